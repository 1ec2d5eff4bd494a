import type { NudgeTable } from './table.ts';

export const GERMAN: NudgeTable = {
  words: {
    m: 'mein meine unsere',
    i: 'ich bin wir sind',
    o: 'ist is im in der die das den dem am an auf aufs zur zum heist nr neben einer ein eine bei mir',
    t: 'nummer nr handy handynummer festnetz',
    d: 'null eins zwei zwo drei vier funf sechs sieben acht neun',
    a: 'adresse anschrift',
    p: 'plz postleitzahl',
    L: 'wohne wohn wohnen',
    l: 'zuhause komm haus schick gezogen party klingel',
    s: 'strase strasse str *strase *strasse *str *weg *gasse *platz *allee *ring hochhaus siedlung hausnummer',
    f: 'schule',
    k: 'gymnasium *gymnasium hauptschule realschule grundschule gesamtschule fahrschule musikschule gymi igs',
    K: '*schule',
    g: 'gehe geh geht besuche schuler lerne bin sind',
    z: 'montag mit aber seit noch jetzt langweilig riesig zu schlecht heute weit aus spat neu alt gut toll um leer nicht weg platz ring',
  },
  address: ['Lo{0,3}s', '[lL].{0,4}sn', 'ao{0,2}sn', 'so?n', 'mso{1,3}s', 'po?[nP]', 'Lwn'],
  school: ['[gi]o{1,2}w?K', '[gi].{0,4}ow{1,2}[fk]', '[gi]o{1,2}ko?w', 'mfo{1,2}[wkK]'],
};
