import type { NudgeTable } from './table.ts';

export const PORTUGUESE: NudgeTable = {
  words: {
    m: 'meu minha',
    i: 'eu sou to estou tou vou',
    o: 'e o a os as de da do no na em pra para se chama um uma',
    t: 'numero num nr telefone telemovel cel celular zap contacto contato',
    d: 'zero um dois tres quatro cinco seis meia sete oito nove',
    a: 'endereco morada',
    p: 'cep postal',
    L: 'moro moramos',
    l: 'vivo casa mudamos entrega busca vem',
    s: 'rua avenida av travessa alameda praceta praca bloco apto ap condominio predio quadra estrada vila conjunto',
    f: 'escola',
    k: 'colegio liceu emef ifsp ensino',
    g: 'estudo ando frequento aluno aluna entrei faco ano',
    z: 'muito chata enorme fechada grande longe prova hoje amanha legal boa tem melhor abre com que mas porque agora',
  },
  address: ['[lL].{0,4}so{0,2}w[wo]{0,2}n', 'Lo{0,3}so{0,2}w', '[lL].{0,2}sn', 'ao{0,2}s', ';o?sw[wo]{0,3}n', 'mso{2,4}w', 'po?[nP]'],
  school: ['go{0,2}[fk]o?w', 'io{0,2}ko?w', 'io?fww', 'gnk;', 'go{0,2}k;', 'm[fk]o{1,2}[wk]', 'm[fk]o?w{2}'],
};
