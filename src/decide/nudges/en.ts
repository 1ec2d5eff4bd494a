import type { NudgeTable } from './table.ts';

export const ENGLISH: NudgeTable = {
  words: {
    m: 'my mine our heres',
    i: 'i im we were iam ive',
    o: 'is are at in on the to of a an called named name near by its me',
    t: 'number num nr no phone cell mobile digits landline',
    d: 'zero oh one two three four five six seven eight nine double hundred triple',
    a: 'address addy',
    p: 'postcode zip zipcode',
    l: 'live stay house home place moved come meet send drop pick party knock',
    s: 'street st road rd avenue ave close drive dr lane ln way court crescent terrace grove boulevard view flat apt apartment building gardens square flats',
    k: 'high school schools academy college comprehensive grammar middle elementary prep primary secondary hs',
    g: 'go goto goes attend study student freshman sophomore junior senior grade year yr started from',
    z: 'so very boring fun big hard closed late over old new good bad nice far free after before real not really starts bus a lot small different same public private local and but because now today',
  },
  address: ['l.{0,3}nw{1,2}s', 'io?nw{1,2}s', 'mao{0,2}nw', ';ao?nw', ';nw{1,2}s;', 'lo{1,2}w{1,2}s', 'l.{0,3}sn', 'snw{1,2}s', 'mso[ws]{1,2}s', 'po?w?[nP]'],
  school: ['go{0,2}[sw]{1,3}k', 'io{1,2}[sw]{1,3}k', 'gno{1,2}[sw]{1,3}k', 'mko{1,2}[ws]', 'gk?owk'],
};
