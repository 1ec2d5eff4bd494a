/** What people write around what they pass on, authored: before and behind. CC0. */
export const WRAPS: Readonly<Record<string, readonly (readonly [before: string, behind: string])[]>> = {
  en: [
    ['Forwarded as received, I have not checked it but please read to the end:\n', '\nPlease share this with all your groups, it costs you nothing.'],
    ['Hi everyone, sorry to bother you again. My neighbour just sent me this and I think we should all know:\n\n', '\n\nTake care of yourselves and tell your parents as well!'],
    ['IMPORTANT!! ', ' SHARE SHARE SHARE'],
  ],
  es: [
    ['Reenviado tal como me llegó, no sé si es verdad pero por si acaso:\n', '\nCompártelo con todos tus contactos, no cuesta nada.'],
    ['Buenas tardes a todos, perdonen la molestia. Me lo acaba de pasar una vecina y creo que conviene saberlo:\n\n', '\n\n¡Cuídense mucho y avisen también a los abuelos!'],
    ['¡¡IMPORTANTE!! ', ' PÁSALO YA'],
  ],
  'pt-BR': [
    ['Encaminhando como recebi, não sei se é verdade, mas leiam até o fim:\n', '\nCompartilhe com todos os seus grupos, não custa nada.'],
    ['Boa noite, pessoal, desculpem incomodar. Minha vizinha acabou de me mandar isso e acho que todo mundo precisa saber:\n\n', '\n\nSe cuidem e avisem os pais de vocês também!'],
    ['IMPORTANTE!! ', ' REPASSEM'],
  ],
  hi: [
    ['जैसा मिला वैसा ही भेज रहा हूँ, सच है या नहीं पता नहीं, पर पूरा पढ़ें:\n', '\nइसे अपने सभी ग्रुप में भेजें, इसमें कुछ खर्च नहीं होता।'],
    ['नमस्ते सबको, परेशान करने के लिए माफ़ी। अभी पड़ोसन ने यह भेजा है और मुझे लगा सबको पता होना चाहिए:\n\n', '\n\nअपना ध्यान रखें और घर के बड़ों को भी बता दें!'],
    ['ज़रूरी सूचना!! ', ' आगे भेजें'],
  ],
  id: [
    ['Copas dari grup sebelah, belum tahu benar atau tidak, tolong dibaca sampai habis:\n', '\nSebarkan ke semua grup ya, tidak ada ruginya.'],
    ['Selamat malam semuanya, maaf mengganggu. Barusan tetangga saya mengirim ini dan saya rasa kita semua perlu tahu:\n\n', '\n\nJaga diri baik-baik dan kabari orang tua di rumah juga!'],
    ['PENTING!! ', ' SEBARKAN'],
  ],
  ar: [
    ['وصلني كما هو ولا أعرف مدى صحته لكن اقرؤوه حتى النهاية:\n', '\nانشروه في كل المجموعات فالأمر لا يكلف شيئا.'],
    ['مساء الخير جميعا وآسف على الإزعاج، أرسلت لي جارتي هذا الكلام قبل قليل وأظن أنه يجب أن نعرفه كلنا:\n\n', '\n\nانتبهوا على أنفسكم وأخبروا أهاليكم أيضا!'],
    ['هام جدا!! ', ' انشر تؤجر'],
  ],
  sw: [
    ['Nimetumiwa hivi hivi, sijui kama ni kweli lakini someni mpaka mwisho:\n', '\nTuma kwenye makundi yako yote, haigharimu kitu.'],
    ['Habari za jioni wote, samahani kwa usumbufu. Jirani yangu amenitumia sasa hivi na nadhani sote tunapaswa kujua:\n\n', '\n\nJitunzeni na muwaambie wazazi wenu pia!'],
    ['MUHIMU!! ', ' SAMBAZA'],
  ],
  my: [
    ['ကျွန်တော့်ဆီ ရောက်လာတဲ့အတိုင်း ပြန်ပို့လိုက်တာပါ၊ မှန်မမှန်တော့ မသိဘူး၊ အဆုံးထိ ဖတ်ကြည့်ပါ။\n', '\nကိုယ့် group တွေထဲ အကုန်ပို့ပေးကြပါ၊ ပိုက်ဆံမကုန်ပါဘူး။'],
    ['မင်္ဂလာညနေခင်းပါ အားလုံးပဲ၊ အနှောင့်အယှက်ဖြစ်ရင် ခွင့်လွှတ်ပါ။ အိမ်နီးချင်းက အခုပဲ ပို့လာလို့ အားလုံးသိသင့်တယ်ထင်လို့ပါ။\n\n', '\n\nကျန်းမာရေး ဂရုစိုက်ကြပါ၊ မိဘတွေကိုလည်း ပြောပြလိုက်ကြပါဦး။'],
    ['အရေးကြီးသည်!! ', ' ရှယ်ပေးပါ'],
  ],
};
