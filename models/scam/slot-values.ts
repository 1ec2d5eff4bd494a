/**
 * What stands in for `{name}`, `{place}`, `{amount}`, `{date}` and `{phone}` of the authored corpus, by language; choices parted by `|`.
 * `#` is a run of one to four digits, `9` one digit: the model reads every digit as 0, so only the shape matters. Made up.
 */
export interface SlotValues {
  readonly name: string;
  readonly place: string;
  readonly amount: string;
  readonly date: string;
  readonly phone: string;
  /** Ends of honest hosts there. */
  readonly top: string;
}

export const SLOT_VALUES: Readonly<Record<string, SlotValues>> = {
  en: { name: 'Anna|David|Grace|Raj|Chidi|Wei Ling|Sophie|Mr Brown|Mrs Patel|Dr Lee|Tunde|Priya', place: 'Leeds|Lagos|Austin|Delhi|Cardiff|Bedok|Abuja|Chicago|Pune|Bristol', amount: '£#|$#|₹#|Rs.#|N#|S$#|$#.99|£#.99|USD #|#,999', date: '9 May|99/99|Nov 9|99/99/2026|Monday|21 June', phone: '+44 7|080|+1 9|98|6', top: 'com|co.uk|org|gov.uk|in|com.ng|sg|us' },
  es: { name: 'Ana|Luis|Carmen|Diego|Sofía|Javier|Sra. Gómez|Sr. Ruiz|Valeria|Mateo', place: 'Madrid|Bogotá|Guadalajara|Rosario|Lima|Sevilla|Medellín', amount: '$#|# €|S/ #|$#.999|#,99 €|# pesos|USD #', date: '9 de mayo|99/99|lunes|99/99/2026|12 de junio', phone: '+52 9|3|11 9|+34 6|9', top: 'com|es|com.mx|com.ar|com.co|gob.mx|cl' },
  'pt-BR': { name: 'João|Ana|Pedro|Juliana|Lucas|Dona Cida|Seu Antônio|Camila|Rafael', place: 'São Paulo|Recife|Curitiba|Belém|Goiânia|Campinas', amount: 'R$ #|R$#,99|R$ 9.999,00|# reais|R$ #,90', date: '9 de maio|99/99|segunda|99/99/2026', phone: '(11) 9|+55 9|0800 9|(85) 9', top: 'com.br|com|gov.br|org.br|net' },
  fr: { name: 'Camille|Julien|Fatou|Moussa|Nadia|M. Bernard|Mme Diallo|Chloé|Karim', place: 'Lyon|Abidjan|Dakar|Lille|Montréal|Nantes|Rabat', amount: '# €|#,99 €|# FCFA|99 000 F|$#|# dh', date: '9 mai|99/99|lundi|99/99/2026|le 12 juin', phone: '06 9|+33 7 9|07 9|+225 9|77 9', top: 'fr|com|gouv.fr|ci|sn|ca|org' },
  de: { name: 'Lena|Jonas|Sabine|Herr Huber|Frau Keller|Murat|Anja|Tobias|Reto', place: 'Köln|Wien|Zürich|Leipzig|Graz|Bern|Kassel', amount: '# €|#,99 €|€ #,-|CHF #.–|9.999 Euro|EUR #,00', date: '9. Mai|99.99.|Montag|99.99.2026|12. Juni', phone: '0151 9|+49 9|0664 9|079 9|030 9', top: 'de|at|ch|com|org|net' },
  it: { name: 'Giulia|Marco|Francesca|Sig. Rossi|Sig.ra Conti|Luca|Elena|Nonno Piero', place: 'Milano|Napoli|Torino|Bari|Lugano|Verona', amount: '# €|€ #,99|9.999 euro|CHF #|EUR #,00', date: '9 maggio|99/99|lunedì|99/99/2026', phone: '+39 3|333 9|02 9|800 9|091 9', top: 'it|com|gov.it|ch|eu|net' },
  id: { name: 'Budi|Siti|Andi|Dewi|Pak Hendra|Bu Rina|Agus|Putri', place: 'Jakarta|Surabaya|Medan|Bandung|Makassar', amount: 'Rp#.000|Rp 9.999.000|#rb|# jt|# ribu', date: '9 Mei|99/99|Senin|99-99-2026', phone: '0812 9|+62 8|0878 9|021 9', top: 'co.id|id|com|go.id|or.id|net' },
  fil: { name: 'Ate Liza|Kuya Jun|Mark|Joy|Tita Baby|Angelo|Ms. Reyes|Mang Ben', place: 'Manila|Cebu|Davao|QC|Iloilo|Taguig', amount: '₱#|P#|PHP 9,999.00|# pesos|#k', date: 'May 9|99/99|Lunes|Nov. 99|Biyernes', phone: '0917 9|+63 9|0998 9|(02) 9', top: 'ph|com|com.ph|gov.ph|net' },
  bn: { name: 'রহিম|সুমাইয়া|করিম ভাই|তানিয়া|আরিফ|রিনা আপা|অমিত|পূজা', place: 'ঢাকা|চট্টগ্রাম|সিলেট|কলকাতা|খুলনা', amount: '৳#|# টাকা|Tk #|9,999 টাকা|₹#|হাজার #', date: '৯ মে|99/99|সোমবার|99-99-2026', phone: '017 9|+880 1|019 9|98 9', top: 'com|com.bd|gov.bd|in|net|org' },
  ur: { name: 'احمد|عائشہ|بلال|فاطمہ|عمران بھائی|ثنا|کاشف|نادیہ باجی', place: 'لاہور|کراچی|ملتان|پشاور|فیصل آباد', amount: '# روپے|Rs. #|Rs 9,999|# ہزار|PKR #', date: '9 مئی|99/99|پیر|99-99-2026', phone: '0300 9|+92 3|0345 9|042 9', top: 'pk|com|com.pk|gov.pk|net' },
  ar: { name: 'محمد|فاطمة|أحمد|نورة|أم خالد|يوسف|سارة|أبو علي', place: 'الرياض|القاهرة|دبي|عمان|الدار البيضاء|بغداد', amount: '# ريال|# جنيه|9,999 درهم|#$|# دينار', date: '9 مايو|99/99|الاثنين|99/99/2026', phone: '05 9|+966 5|010 9|+971 9|07 9', top: 'com|sa|com.eg|ae|gov.sa|net|org' },
  tr: { name: 'Ayşe|Mehmet|Elif|Mustafa Bey|Zeynep Hanım|Emre|Fatma teyze', place: 'İstanbul|Ankara|İzmir|Bursa|Adana', amount: '# TL|#,99 TL|9.999 TL|₺#|# lira', date: '9 Mayıs|99.99|pazartesi|99.99.2026', phone: '0532 9|+90 5|0850 9|0212 9', top: 'com.tr|com|gov.tr|org.tr|net|bel.tr' },
  sw: { name: 'Juma|Wanjiku|Asha|Otieno|Mama Neema|Baraka|Kamau|Zawadi', place: 'Nairobi|Mombasa|Dar|Mwanza|Arusha|Kisumu', amount: 'Ksh#|KES 9,999|Tsh #,000|TZS 99,999|#/=|sh #', date: '9 Mei|99/99|Jumatatu|99-99-2026', phone: '0712 9|+254 7|0754 9|+255 6', top: 'co.ke|co.tz|com|go.ke|go.tz|or.ke' },
  ru: { name: 'Анна|Сергей|Ольга Петровна|Дмитрий|Айгуль|Максим|тётя Вера|Тимур', place: 'Казань|Алматы|Москва|Самара|Бишкек|Пермь', amount: '# руб.|9 999 ₽|# тыс|99 999 тенге|# р|#₽', date: '9 мая|99.99|понедельник|99.99.2026', phone: '+7 9|8 9|+7 7|8-800-9', top: 'ru|com|kz|рф|gov.ru|net|org' },
  ko: { name: '김민수|이지은|박 과장|최유리|민준|엄마|정 팀장|수아', place: '서울|부산|대전|수원|강남|제주', amount: '#원|9,999원|#만원|99,999원|#만 원', date: '9월 9일|99/99|월요일|2026.99.99', phone: '010-9|02-9|1588-9|070-9', top: 'co.kr|kr|com|go.kr|or.kr|net' },
  ja: { name: '田中|佐藤さん|鈴木様|美咲|健太|山本|ゆい|小林課長', place: '東京|大阪|札幌|福岡|横浜|仙台', amount: '#円|9,999円|#万円|¥9,999|99,999円', date: '9月9日|99/99|月曜|2026年9月9日', phone: '090-9|03-9|0120-9|080-9', top: 'co.jp|jp|com|go.jp|ne.jp|or.jp' },
  vi: { name: 'Anh Tuấn|Chị Lan|Minh|Hương|cô Hoa|Nam|Linh|bác Hùng', place: 'Hà Nội|Đà Nẵng|Sài Gòn|Huế|Cần Thơ', amount: '#k|9.999.000đ|# triệu|999.000 VND|#tr', date: '9/9|99/99/2026|thứ hai|ngày 9 tháng 5', phone: '090 9|+84 9|038 9|1900 9', top: 'vn|com.vn|com|gov.vn|org.vn|net' },
  th: { name: 'คุณสมชาย|น้องแนน|พี่ต้น|คุณวิภา|ป้าแดง|บอย|มิ้นท์|ครูอ้อม', place: 'กรุงเทพ|เชียงใหม่|ขอนแก่น|ภูเก็ต|หาดใหญ่', amount: '# บาท|9,999 บาท|฿#|#.-|9999.00 บ.', date: '9 พ.ค.|99/99|วันจันทร์|99/99/2569', phone: '081 9|02-9|+66 8|1599', top: 'co.th|com|go.th|or.th|in.th|net' },
  my: { name: 'ကိုအောင်|မသန္တာ|ဦးမြင့်|မေသူ|ကိုဇော်|ဒေါ်ခင်|သီရိ', place: 'ရန်ကုန်|မန္တလေး|နေပြည်တော်|ပဲခူး|မော်လမြိုင်', amount: '# ကျပ်|9,999 Ks|#သောင်း|#သိန်း|99,999 ကျပ်', date: '၉ ရက်|99/99|တနင်္လာနေ့|99.99.2026', phone: '09 9|+95 9|01-9', top: 'com|com.mm|gov.mm|net|org' },
  hi: { name: 'राहुल|पूजा|अमित भैया|सुनीता|शर्मा जी|नेहा|विकास|गीता दीदी', place: 'दिल्ली|लखनऊ|पटना|जयपुर|भोपाल', amount: '₹#|# रुपये|Rs 9,999|₹9,999|# हजार', date: '9 मई|99/99|सोमवार|99-99-2026', phone: '98 9|+91 9|1800 9|011 9', top: 'in|com|co.in|gov.in|org|net' },
  'hi-Latn': { name: 'Rahul|Pooja|Amit bhai|Sunita|Sharma ji|Neha|Vikas|Geeta didi', place: 'Delhi|Lucknow|Patna|Jaipur|Bhopal', amount: '₹#|Rs 9,999|# rupaye|Rs.#|#k', date: '9 May|99/99|somvar|99-99-2026', phone: '98 9|+91 9|1800 9|70 9', top: 'in|com|co.in|gov.in|org|net' },
  'zh-Hans': { name: '小李|王芳|张伟|刘经理|陈姐|妈|赵老师|阿明', place: '北京|成都|广州|杭州|新加坡|武汉', amount: '#元|9999元|¥#|#万|99.99元|#块', date: '9月9日|99/99|周一|2026-99-99', phone: '138 9|400-9|010-9|+65 9', top: 'cn|com|com.cn|gov.cn|sg|net' },
  'zh-Hant': { name: '小陳|美玲|志明|林主任|阿芬|媽|黃老師|家豪', place: '台北|高雄|台中|九龍|旺角|澳門', amount: '#元|NT$9,999|HK$#|#萬|$9999|#蚊', date: '9月9日|99/99|星期一|2026/99/99', phone: '0912 9|02-9|+852 9|0800-9', top: 'com.tw|tw|com|gov.tw|hk|com.hk|org' },
};
