// What people write for Latin letters beyond Unicode's own look-alikes: what leet alphabets, fancy-text generators and faux
// Cyrillic, Greek and kanji lettering have in common. Authored; the letters a character looks like, never how it sounds.

/** Digits, punctuation, currency and other symbols, and letters whose name does not say it: character -> letters. */
export const LEET: Readonly<Record<string, string>> = {
  0: 'o', 1: 'il', 2: 'z', 3: 'e', 4: 'a', 5: 's', 6: 'gb', 7: 'tl', 8: 'b', 9: 'gq',
  '!': 'il', '#': 'h', $: 's', '%': 'xz', '&': 'g', '(': 'c', ')': 'd', '+': 't', ':': 'i', ';': 'i', '<': 'c', '@': 'a',
  '[': 'c', '^': 'a', '{': 'c', '|': 'il', u: 'v', v: 'u',
  '¡': 'i', '¢': 'c', '£': 'le', '¤': 'o', '¥': 'y', '¦': 'il', '§': 's', '©': 'c', '®': 'r', '°': 'o', '¶': 'p', '×': 'x',
  'þ': 'pb', 'ʃ': 's', 'ʒ': 'z', 'ʊ': 'u', 'ʌ': 'a', 'ɯ': 'w', 'ĸ': 'k', 'ƿ': 'p',
  'δ': 'o', 'λ': 'v', 'π': 'n', 'σ': 'e', 'φ': 'o', 'ψ': 'w', 'д': 'dg', 'и': 'u', 'ф': 'o', 'ж': 'x', 'з': 'z', 'ю': 'o', 'յ': 'j', 'լ': 'l', 'ք': 'p', 'մ': 'd', 'պ': 'w',
  '†': 't', '‡': 't', '€': 'ec', '₡': 'c', '₤': 'le', '₹': 'r', '₸': 't', '₺': 'tl', '₼': 'm', '₽': 'pr', '₾': 'c', '₿': 'b',
  '∀': 'a', '∂': 'a', '∃': 'e', '∅': 'o', '∏': 'n', '∑': 'es', '∞': 'o', '∧': 'a', '∩': 'nu', '⊂': 'c', '⊥': 't', '⊕': 'o',
  '•': 'o', '○': 'o', '●': 'o', '◯': 'o', '⚪': 'o', '⚫': 'o', '⭕': 'o', '🔴': 'o', '🔵': 'o', '🚫': 'o', '✕': 'x', '✖': 'x', '✗': 'x', '✘': 'x',
  '❌': 'x', '❎': 'x', '✝': 't', '✚': 't', '➕': 't', '❕': 'i', '❗': 'i', '💲': 's',
};

/** Letters that people spell with several signs: the letter, then the signs. */
export const SPELLED = 'o() o[] k|< k|( k|{ d|) d|> b|3 b|8 v\\/ a/\\ a/-\\ h|-| h]-[ n|\\| n/\\/ m|\\/| m/\\/\\ w\\/\\/ w|/\\| u|_| u(_) x>< p|> p|* j_| f|= r|2 r|? l|_ t-|- e[- c(( y`/';

/** Whole alphabets in the order of a–z; a dot where one has no letter of its own. */
export const ALPHABETS: readonly string[] = [
  // Faux Cyrillic and Greek.
  'дбсԁэғԍнїјк.миорԛяѕтцѵшжчз', '.ьҁђє.бћі.қлӎпө..г.ҭџ.щҳў.', '.ъ..з..ҥ...ӆ.лѳ.....ҵ.ѡӿч.',
  'αβςδεϝ.ηιϳκλμνορφ.στυνωχγζ', 'λ.ͼ.ξ.....κ..ηθ.φγςπμ.ψχψ.', 'αв¢∂єƒgнιנкℓмησρqяѕтυνωχуz',
  // Turned letters, hooked ones, and currency.
  'ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz', 'ąცƈɖɛʄɠɧıʝƙƖɱŋơ℘զཞʂɬų۷ῳҳყʑ', '₳฿₵ĐɆ₣₲ⱧłJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ',
  // Kanji, kana and bopomofo by their strokes; Yi.
  '卂乃匚ᗪ乇千Ꮆ卄丨ﾌҜㄥ爪几ㄖ卩Ɋ尺丂ㄒㄩᐯ山乂ㄚ乙', 'ﾑ乃ᄃりﾓｷムんﾉﾌズﾚﾶ刀のｱゐ尺丂ｲひ√Wﾒﾘ乙', '丹日匚刀ヨ下ム卄工丁长乚爪冂口尸Q尺丂丁凵V山乂Y乙',
  'ꍏꌃꉓꀸꍟꎇꁅꃅꀤꀭꀘ꒒ꂵꈤꂦꉣꆰꋪꌗ꓄ꀎꃴꅏꊼꌩꁴ',
  // Thai and Hebrew, Ethiopic, Canadian syllabics, Cherokee.
  'ค๒ς๔єŦɠђเןкl๓ภ๏קợгรtยשฬאץz', 'ልጌርዕቿቻኗዘጎጋጕረጠክዐየዒዪነፕሁሀሠሸሃጊ',
  'ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯ᙭Yᘔ', '...ᕲᘿ.ᘜ.ᓰᒚᛕ..ᘉᓍᕵ...ᖶᑘᐺᘺᕽᖻ.', 'ᎯᏰᏨᎠᎬᎰᎶᏂᎥᎫᏦᏝᎷᏁᎾᎮᎤᏒᎦᏆᏬᏉᏇጀᎽᏃ',
];

/** Stands at the edges of words in ordinary text: a reading there is a guess. */
export const PUNCTUATION = '.,!?:;()[]{}<>\'"`/\\|-_*~^¡¿«»•–—‘’“”„‹›、。';

/**
 * For a–z the letter of Cyrillic, Greek and Armenian that a Latin one is put for in a word of it: the most common letter there
 * that looks like either case of it.
 */
export const DISGUISED_BY_LATIN: readonly string[] = [
  'авсде.дніјк.мпор.гѕтиѵшхуз', 'αβσδεϝ.ηιϳκλμνορ.γστυνωχυζ', '...մ.քցհւյ.լ.ոօքզ.տ.ս.ա...',
];
