import type { NudgeTable } from './table.ts';

export const FRENCH: NudgeTable = {
  words: {
    m: 'mon ma',
    i: 'je jsuis on',
    o: 'a au aux la le les l de du des en dans cest est sappelle un une chez pres cote',
    t: 'numero num tel portable fixe 06',
    d: 'zero un deux trois quatre cinq six sept huit neuf dix trente quarante vingt',
    a: 'adresse',
    p: 'postal cp',
    l: 'jhabite habite jhab vis viens demenage chez',
    s: 'rue avenue av boulevard bd impasse chemin route place allee quai residence batiment bat immeuble lotissement cite bloc appt',
    f: 'ecole lecole',
    k: 'college clg lycee bahut eleve scolarise',
    g: 'vais suis jetudie etudie rentre',
    z: 'nul immense ferme grand loin bus cool bien pas trop tres dur mieux avec mais car quand pour et qui que depuis cantine',
  },
  address: ['nw?so{0,3}w', 'lo{0,3}so{0,3}w', 'l.{0,4}sn', 'lo{0,2}no?s', 'mso{1,2}s', 'po{0,2}[nP]'],
  school: ['[gi]o?n?w?o{0,2}ko{0,2}w', '[gi]o{0,2}fw', 'm[kf]o{1,2}w'],
};
