/**
 * Whether a text is a wish for a day that many keep, as tables that a person can read. Read by the reader of nudges (nudges/read.ts): each token becomes one letter,
 * rules are rows of letters. Built into `greetings.bin` (models/greetings/pack.ts); no other file holds any of it. Written for this project, CC0.
 *
 * | letter | stands for | | letter | stands for |
 * |---|---|---|---|---|
 * | `g` | happy, merry, mubarak | | `p` | send, share, pass on |
 * | `f` | days that are kept | | `c` | people, groups, how many |
 * | `b` | may, wish | | `n` | a number |
 * | `v` | peace, health, joy | | `x` | what is in no wish: forward this, kill, police, a link |
 * | `h` | Burmese: be well | | `w` | any other word |
 *
 * It is a wish where a rule of `wish` fits in a language, none of `more` in any, and no thirty words in a row without `g`, `f`, `v` or `h`. Such words and lengths were chosen on
 * models/chain/corpus (`npm run greetings`), after its wishes were read: the figures are no test of them.
 */
export interface GreetingTable {
  readonly words: Readonly<Record<string, string>>;
  readonly wish: readonly string[];
}

/** In every language: addresses of pages, files, and numbers as long as those of telephones. */
export const COMMON_WORDS = { x: 'http https www ly tinyurl apk #7 #8 #9 #10 #11 #12 #13', n: '#1 #2 #3 #4 #5 #6' };
/** What asks to be passed on, or speaks of more than a day. */
export const MORE: readonly string[] = ['x', 'p.{0,4}[cn]', '[cn].{0,2}p'];
const WISHES: readonly string[] = ['g.{0,3}f', 'f.{0,3}g', 'b.{0,6}v.{0,4}v'];

const ENGLISH: GreetingTable = {
  words: {
    g: 'happy merry blessed joyous hearty wishes greetings mubarak compliments sameach',
    f: 'diwali deepavali eid ramadan ramadhan christmas xmas year easter thanksgiving hanukkah navratri independence national holi pongal onam vesak festival fourth chaturthi jayanti birthday anniversary season holiday holidays raya thingyan nowruz day vaisakhi passover',
    b: 'may wish wishing hope hoping',
    v: 'peace joy happiness health prosperity success blessing blessings bless love harmony fortune abundance wisdom laughter forgiveness',
    p: 'send sends sent sending pass passed passing share shares shared sharing tag post copy',
    c: 'people persons friends contacts group groups mothers women everyone everybody all others chats numbers chat three five six seven eight nine ten eleven twelve thirteen fifteen twenty',
    x: 'forward forwards forwarded forwarding repost reposts chain kill killed kills killing attack attacked attackers attacks dies died dead death blood burn burned burning bomb bombs gun guns knife knives weapon weapons police army soldiers riot poison poisoned virus hack hacked hacking kidnap kidnapped thieves gang enemy enemies revenge urgent warning alert beware danger dangerous boycott click prize winner ignore delete deleted',
  },
  wish: WISHES,
};
const SPANISH: GreetingTable = {
  words: {
    g: 'feliz felices felicidades felicitaciones felicito',
    f: 'navidad año años día cumpleaños cumple pascua pascuas fiestas nochebuena reyes carnaval primavera mayo julio febrero independencia novios graduados velitas patrias',
    b: 'que deseo deseamos',
    v: 'salud paz amor alegría prosperidad felicidad bendiga bendiciones bendición dios luz esperanza cariño fe',
    p: 'envía envíalo envíale enviar envíen envíes envíaselo manda mándalo mandar mándaselo mandáselo pasa pásalo pásala pasar pasen pasalo comparte compártelo compartir compartan compartí copia cópialo pega',
    c: 'personas amigos amigas contactos grupos grupo gente todos todas mujeres madres chats cinco siete nueve diez once doce quince veinte',
    x: 'reenvía reenvíalo reenviar reenvíen reenviado cadena rompas romper rompa matar mataron muerto muerte ataque atacar sangre quemar bomba armas arma policía ejército veneno virus peligro peligroso alerta urgente ladrones secuestro borres ignores difunde difundan difundir',
  },
  wish: WISHES,
};
const PORTUGUESE: GreetingTable = {
  words: {
    g: 'feliz felizes felicidades parabéns parabéeeens votos viva iluminado abençoada bom boas',
    f: 'natal ano páscoa dia carnaval aniversário festas mães pais namorados são santo círio setembro formandos noivos bodas independência padroeira reis avós',
    b: 'que desejo desejamos muita muitas',
    v: 'saúde paz amor alegria união felicidade bênção bênçãos abençoe abençoando deus luz sucesso prosperidade esperança harmonia fé',
    p: 'envie envia enviar mande manda mandar passe passa passar compartilhe compartilha compartilhar copie copia',
    c: 'pessoas amigos amigas contatos grupos grupo todos todas mulheres gente cinco sete nove dez doze onze quinze vinte',
    x: 'repasse repassa repassar repassem encaminhe encaminha encaminhar corrente quebre quebrar matar mataram morto morte morreu ataque atacar sangue queimar bomba armas arma polícia exército veneno vírus perigo perigoso alerta urgente cuidado ladrões sequestro ignore apague divulgue divulguem',
  },
  wish: WISHES,
};
const FRENCH: GreetingTable = {
  words: {
    g: 'joyeux joyeuse joyeuses heureux heureuse bonne bon meilleurs vœux voeux félicitations',
    f: 'noël année pâques fête fêtes anniversaire aïd ramadan nouvel an mères pères',
    b: 'que souhaite souhaitons puisse',
    v: 'santé paix amour joie bonheur prospérité réussite bénisse dieu lumière',
    p: 'envoie envoyez envoyer passe passez partage partagez partager copie copiez',
    c: 'personnes amis contacts groupe groupes tous toutes monde cinq sept neuf dix onze douze quinze vingt',
    x: 'transfère transférez transférer transmettez chaîne tuer tue mort morts attaque attaquer sang brûler bombe armes arme police armée poison virus danger dangereux alerte urgent attention voleurs enlèvement ignore supprime diffusez',
  },
  wish: WISHES,
};
const GERMAN: GreetingTable = {
  words: {
    g: 'frohe fröhliche frohes gesegnete schöne schönen herzlichen glückwunsch',
    f: 'weihnachten weihnacht ostern jahr geburtstag fest feiertage advent zuckerfest ramadan pfingsten silvester muttertag vatertag',
    b: 'möge mögen wünsche wünschen',
    v: 'gesundheit frieden liebe freude glück segen erfolg zufriedenheit',
    p: 'schick schicke schickt schicken sende sendet senden teile teilt teilen kopiere',
    c: 'leute personen freunde freunden kontakte gruppen gruppe alle menschen fünf sieben neun zehn elf zwölf fünfzehn zwanzig',
    x: 'weiterleiten weiterleitet weiterschicken kette kettenbrief töten tot tod angriff angreifen blut brennen bombe waffen waffe polizei armee gift virus gefahr gefährlich achtung warnung dringend diebe entführt lösche ignoriere verbreitet',
  },
  wish: WISHES,
};
const INDONESIAN: GreetingTable = {
  words: {
    g: 'selamat met slamat dirgahayu sugeng rahajeng minal marhaban maaf horas salam',
    f: 'natal tahun lebaran idul fitri adha raya hari ramadhan ramadan paskah imlek nyepi waisak galungan ulang ultah lahir batin aidin puasa republik riyadi saraswati maulid fa',
    b: 'semoga moga kiranya',
    v: 'sehat bahagia damai rejeki rezeki berkah berkat umur kasih sukacita kesehatan kebahagiaan sukses lancar berbahagia',
    p: 'kirim kirimkan kirimlah bagikan bagi share teruskan',
    c: 'orang teman kontak grup group semua kawan saudara tujuh sembilan sepuluh sebelas belas',
    x: 'sebarkan sebar viralkan forward bunuh dibunuh membunuh mati tewas serang serangan menyerang darah bakar bom senjata polisi tentara racun virus bahaya berbahaya waspada awas darurat culik penculik perampok abaikan hapus',
  },
  wish: WISHES,
};
const HINDI: GreetingTable = {
  words: {
    g: 'शुभकामनाएँ शुभकामना शुभ मुबारक मुबारकबाद बधाई बधाइयाँ वधाइयाँ हैप्पी हार्दिक मंगलकामनाएँ',
    f: 'दीपावली दिवाली होली ईद धनतेरस क्रिसमस वर्ष साल नवरात्रि संक्रांति लोहड़ी पोंगल रक्षाबंधन स्वतंत्रता गणतंत्र दिवस विजयदशमी दशहरा जन्माष्टमी चतुर्थी छठ पंचमी पूर्णिमा महाशिवरात्रि पर्व त्यौहार त्योहार दूज दीपोत्सव जन्मदिन',
    b: 'आपके आपको आपका घर',
    v: 'सुख शांति समृद्धि खुशियाँ स्वास्थ्य आनंद बरकत अमन मोहब्बत',
    p: 'भेजें भेजो भेज भेजिए भेजना भेजने शेयर साझा',
    c: 'लोगों लोग दोस्तों ग्रुप ग्रुपों सबको सभी व्यक्तियों भक्तों जनों सात नौ दस ग्यारह',
    x: 'फॉरवर्ड फारवर्ड वायरल मार मारा मारने हत्या हमला हमले खून बम हथियार पुलिस सेना ज़हर वायरस खतरा खतरनाक सावधान चेतावनी तुरंत अपहरण चोर गिरोह मौत अनदेखा डिलीट फैलाएँ',
  },
  wish: WISHES,
};
const ARABIC: GreetingTable = {
  words: {
    g: 'مبارك مباركة سعيد سعيدة كريم مجيد طيبين طيبة بخير تهاني التهاني نهنئ تهنئكم نبارك',
    f: 'عيد عيدكم العيد بعيد رمضان عام سنة السنة ميلاد الميلاد فصح المولد الأضحى الفطر أضحى فطر أم نسيم معراج ومعراج منا',
    b: 'ينعاد أعاده جعله تقبل أسأل نسأل',
    v: 'صحة بالصحة والعافية بالخير والخير خير والبركات والبركة وبركة باليمن والسلام والسلامة بالمحبة والأمان وأمان بالفرح',
    p: 'أرسل أرسلها أرسلوها ابعت ابعتها ابعتوها شارك شاركها شاركوها مرر حول حولها',
    c: 'أشخاص شخص شخصا أصدقاء أصدقائك ناس الناس جروب جروبات مجموعات مجموعة الجميع لكل الكل عشرة سبعة',
    x: 'انشر انشرها انشروا انشروها وانشرها نشرها فوروارد قتل يقتل يقتلون القتل هجوم يهجمون هاجم دم دماء حرق يحرقون قنبلة سلاح أسلحة الشرطة الجيش مسموم فيروس خطر خطير احذر احذروا تحذير عاجل خطف عصابة لصوص الموت مات تتجاهل تحذف تتجاهلها',
  },
  wish: WISHES,
};
/** Written as it comes; Zawgyi's forms are added by the packer. */
const BURMESE: GreetingTable = {
  words: {
    g: 'မင်္ဂလာ မင်္ဂလာပါ',
    f: 'နှစ်သစ် သင်္ကြန် သီတင်းကျွတ် ခရစ္စမတ် အတာ တန်ဆောင်တိုင် တန်ဆောင်မုန်း လပြည့် ပွဲတော် ဘုရားပွဲ ဒီပါဝလီ အီးဒ် မွေးနေ့ များနေ့ အခါတော်နေ့ နှစ်ဆန်း ကန်တော့ ဗယ်လင်တိုင်း ကထိန်',
    v: 'ပါစေ',
    h: 'ကျန်းမာ ချမ်းသာ ငြိမ်းချမ်း ပျော်ရွှင် အေးချမ်း ကောင်းချီး တိုးတက် ကင်းငြိမ်း',
    p: 'ပို့',
    c: 'ယောက် အုပ်စု',
    x: 'မျှဝေ ရှယ် share forward ဖြန့်ဝေ သတ်ဖြတ် သတ်မယ် သတ်မှာ တိုက်ခိုက် မီးရှို့ ဗုံး လက်နက် အဆိပ် ဗိုင်းရပ်စ် အန္တရာယ် သတိပေး အရေးပေါ် အရေးကြီး မဖျက် သေဆုံး ရန်သူ',
    w: 'ပါစေနဲ့ ပါစေနှင့်',
  },
  wish: ['f.{0,6}.{0,6}v', 'g.{0,3}f', 'f.{0,3}g', 'h.{0,3}v'],
};
const SWAHILI: GreetingTable = {
  words: {
    g: 'heri njema mubarak mwema nakutakia tunakutakia tunawatakia nawatakia kareem hongera yenye',
    f: 'krismasi mwaka pasaka idi iddi idd eid ramadhan noeli sikukuu siku maulid diwali uhuru mapinduzi jamhuri kuzaliwa saba nane mosi day',
    b: 'mungu mwenyezi',
    v: 'amani furaha baraka afya upendo neema abariki akubariki',
    p: 'tuma tumia mtumie watumie shiriki peleka wapelekee',
    c: 'watu marafiki makundi kundi group magroup wote kumi tisa',
    x: 'sambaza sambazeni msambaze isambaze forward kuua wauawa mauaji shambulia kushambulia mashambulizi damu kuchoma bomu silaha polisi jeshi sumu virusi hatari tahadhari onyo kutekwa wezi majambazi kifo usipuuze usifute',
  },
  wish: WISHES,
};

/** The nine languages of the elements, and Swahili. French and German are measured on nothing. */
export const GREETING_TABLES: Readonly<Record<string, GreetingTable>> = {
  en: ENGLISH, es: SPANISH, pt: PORTUGUESE, fr: FRENCH, de: GERMAN, hi: HINDI, id: INDONESIAN, ar: ARABIC, my: BURMESE, sw: SWAHILI,
};
