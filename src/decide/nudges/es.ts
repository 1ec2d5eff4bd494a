import type { NudgeTable } from './table.ts';

export const SPANISH: NudgeTable = {
  words: {
    m: 'mi',
    o: 'es el la los las de del en a al se llama un una por',
    t: 'numero num telefono tel cel celu movil wasap fijo',
    d: 'cero uno dos tres cuatro cinco seis siete ocho nueve',
    a: 'direccion',
    p: 'postal cp',
    l: 'vivo vivimos casa piso mudamos ven recogeme mandalo',
    s: 'calle avenida av avda c plaza paseo carrera edificio colonia depto portal bloque barrio',
    k: 'instituto insti colegio cole escuela secundaria prepa liceo ies primaria',
    g: 'voy vamos estudio curso entro soy estoy eso segundo',
    z: 'muy aburrido enorme clase grande bus lejos nuevo tiene abre malo bueno pie mejor hoy y con pero porque que ya ahora',
  },
  address: ['l.{0,4}so{0,3}w[wo]{0,2}t?n', 'l.{0,2}sn', 'ao{0,2}s', ';so{0,2}w{1,2}n', 'lo{0,2}so{0,2}w', 'lo{0,3}no{0,3}s', 'mso{1,4}w{1,2}t?n', 'mso{1,2}n', 'po?[nP]'],
  school: ['go{0,3}ko{0,2}w', 'go{0,2}ko?n', 'mko{1,2}[wkp]'],
};
