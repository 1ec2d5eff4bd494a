import type { NudgeTable } from './table.ts';

/** In Devanagari and in Latin letters. */
export const HINDI: NudgeTable = {
  words: {
    m: 'मेरा मेरे mera mere',
    i: 'मैं main mai हम hum',
    o: 'में mein का की के ka ki ke है hai हूं hu से se को ko पे pe wali वाली',
    t: 'नंबर number no mobile मोबाइल फोन phone',
    d: 'शून्य एक दो तीन चार पांच छह सात आठ नौ shunya ek do teen char paanch chhe saat aath nau',
    a: 'पता address pata',
    p: 'पिन pincode',
    L: 'रहता रहती रहते rehta rehti rehte',
    l: 'घर ghar',
    s: 'रोड road गली gali मकान sector फ्लैट flat कॉलोनी colony अपार्टमेंट मार्ग marg apartment नगर nagar वार्ड plot house makan ब्लॉक',
    k: 'स्कूल school विद्यालय vidyalaya विद्या कॉलेज academy पब्लिक',
    K: 'dps kv jnv',
    g: 'पढ़ता पढ़ती पढ़ते padhta padhti padhte छात्र student हूं hu jaati jata',
    z: 'जाता kal कल boring बडा bada bus बंद door दूर नहीं nahi',
  },
  address: ['ws.{0,4}L', '[alm].{0,4}s.{0,2}n', 's.{0,2}n.{0,3}L', 'nw{1,2}s', 'po?w?[nP]'],
  school: ['i.{0,2}wk[wk]?k?o?g', 'wkw?og', 'mkw{1,2}k', 'mkw{2}o', 'mkow{1,2}', 'Kk?og'],
};
