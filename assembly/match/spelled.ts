// Letters that people spell with several signs.

/** UTF-16: a letter, the signs it is spelled with, a space; and again, up to a zero. */
export const SPELLED: usize = changetype<usize>(
  // One literal: joining two would allocate.
  'o() o[] k|< k|( k|{ d|) d|> b|3 b|8 v\\/ a/\\ a/-\\ h|-| h]-[ n|\\| n/\\/ m|\\/| m/\\/\\ w\\/\\/ w|/\\| u|_| u(_) x>< p|> p|* j_| f|= r|2 r|? l|_ t-|- e[- c(( y`/ ',
);
