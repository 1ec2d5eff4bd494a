/**
 * Words by which a text would say of a message that it is false, a fake, a lie, a rumour, or a crime, in each language. No card says so of what is passed on: nobody here knows. That it may be untrue is
 * asked ("Do you know that this is true?") or said with an if, which is why the negated "true" of a language stands here only without its if.
 */
export const UNTRUE: Readonly<Record<string, RegExp>> = {
  en: /\bfalse|\bfake|\bhoax|\blies?\b|\bliar|\brumou?r|misinformation|\bcrim|illegal|\bscam|fraud/iu,
  es: /\bfals|\bbulos?\b|mentir|\brumor|desinformaci|delito|delincuen|crim[ei]n|ilegal|estafa|fraude/iu,
  pt: /\bfals|\bfake|mentir|\bboato|\brumor|desinforma|\bcrim|ilegal|golpe|fraude/iu,
  fr: /\bfaux\b|\bfausse|mensong|\bmenteu|rumeur|canular|\bintox\b|désinform|\bcrim|délit|délinq|illégal|arnaque|fraude/iu,
  de: /falsch|\bfake|gefälsch|fälsch|lüge|lügn|gerücht|desinformation|verbrech|straftat|kriminell|illegal|strafbar|betrug|betrüg/iu,
  hi: /झूठ|फ़र्ज़ी|फर्जी|नक़ली|नकली|अफ़वाह|अफवाह|ग़लत|गलत|अपराध|जुर्म|ग़ैरक़ानूनी|गैरकानूनी|धोखा/u,
  id: /palsu|hoaks|hoax|bohong|dusta|rumor|desas-desus|kabar burung|kejahatan|kriminal|pidana|ilegal|penipu/iu,
  ar: /كاذب|كذب|زائف|مزيف|مفبرك|[إا]شاع|شائع|جريم|جرائم|مجرم|غير قانوني|احتيال/u,
  my: /မမှန်(?!လျှင်)|လိမ်|မုသား|ကောလာဟလ|ကောလဟာလ|အတု|သတင်းမှား|ရာဇဝတ်|ပြစ်မှု|တရားမဝင်/u,
};

/** A sentence of each language that its list must see: false, fake, rumour, crime. */
export const UNTRUE_SAID: Readonly<Record<string, readonly string[]>> = {
  en: ['This is false.', 'A fake.', 'It is a rumour.', 'That is a crime.'],
  es: ['Esto es falso.', 'Es un bulo.', 'Es un rumor.', 'Es un delito.'],
  pt: ['Isto é falso.', 'É fake.', 'É um boato.', 'Isto é crime.'],
  fr: ['C’est faux.', 'C’est un canular.', 'C’est une rumeur.', 'C’est un délit.'],
  de: ['Das ist falsch.', 'Ein Fake.', 'Das ist ein Gerücht.', 'Das ist eine Straftat.'],
  hi: ['यह झूठ है।', 'यह फ़र्ज़ी है।', 'यह अफ़वाह है।', 'यह अपराध है।'],
  id: ['Ini palsu.', 'Ini hoaks.', 'Ini kabar burung.', 'Ini kejahatan.'],
  ar: ['هذا كاذب.', 'هذا مزيف.', 'هذه إشاعة.', 'هذه جريمة.'],
  my: ['ဒါမမှန်ပါ။', 'ဒါအတုပါ။', 'ကောလာဟလပါ။', 'ရာဇဝတ်မှုပါ။'],
};
