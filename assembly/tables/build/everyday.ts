// Which words count as everyday English (scripts/build/common-words.ts takes them from SCOWL): rules and authored additions.

/** Longest word kept; the halves of a divided hidden word are no longer. */
export const LONGEST = 12;
/** SCOWL sizes taken whole, and the one of which only short words are: a half is short, and long rare words cost as much. */
export const WHOLE_SIZES = [10, 20];
export const SHORT_SIZE = 35;
export const SHORT = 5;

/** Chat spellings that SCOWL has not. */
export const CHAT = (
  'a i u r im ur ive id ill dont cant wont didnt doesnt isnt arent wasnt havent wouldnt couldnt shouldnt thats whats lets hes shes '
  + 'theres youre theyre youve youll ok okay lol lmao haha hahaha hehe omg btw idk imo tbh brb thx ty np pls plz gonna wanna gotta kinda sorta '
  + 'yeah yea yep yup nope nah hey hi hmm aww ya yo sup msg txt pic pics vid gf bf fb ig tv pc dm dms pm am app apps online email '
  + 'emails internet website blog selfie emoji wifi laptop etc tmr tmrw tho thru nite bday cuz coz cos dunno lemme gimme bro sis dude babe '
  + 'mum mom mummy mommy dad daddy grandma grandpa tonite ppl smth sth abt bcz coz def prob probs nvm ofc rn asap fyi faq url http https www com org net'
).split(' ');

/**
 * What a word may be an inflection of; the kernel asks the same (assembly/match/common-words.ts), so that those need no room.
 * Some that nobody says pass too. Stems have three letters or more.
 */
export function stemsOf(word: string): readonly string[] {
  const stems: string[] = [];
  const cut = (ending: string, drop: number, add = ''): void => {
    if (word.endsWith(ending) && word.length - drop >= 3) stems.push(word.slice(0, word.length - drop) + add);
  };
  cut('s', 1);
  cut('es', 2);
  for (const ending of ['ed', 'er']) {
    cut(ending, 1);
    cut(ending, 2);
  }
  cut('ly', 2);
  cut('ing', 3);
  cut('ing', 3, 'e');
  return stems;
}

/** Those of the words that are no inflection of one before them, shortest first; of equal length, in order of code unit. */
export function stems(words: ReadonlySet<string>): readonly string[] {
  const kept = new Set<string>();
  for (const word of [...words].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (!stemsOf(word).some((stem) => kept.has(stem))) kept.add(word);
  }
  return [...kept];
}
