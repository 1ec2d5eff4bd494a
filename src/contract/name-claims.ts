/**
 * Words by which a name says that it belongs to an office: official, support, help desk, customer service, bank, admin, as names of accounts
 * have them, by language (BCP 47). Read as names are: case, accents and look-alike characters do not matter. In a name they are looked for as whole
 * words; in scripts without spaces anywhere. Words that are everyday names or greetings are left out. All but English await native readers.
 */
export const NAME_CLAIMS: Readonly<Record<string, readonly string[]>> = {
  en: ['official', 'support', 'helpdesk', 'help desk', 'customer service', 'customer care', 'bank', 'admin', 'administrator'],
  es: ['oficial', 'soporte', 'atención al cliente', 'servicio al cliente', 'banco', 'administrador'],
  pt: ['oficial', 'suporte', 'atendimento', 'central de ajuda', 'banco', 'administrador'],
  fr: ['officiel', 'officielle', 'assistance', 'service client', 'banque', 'administrateur'],
  de: ['offiziell', 'kundendienst', 'kundenservice', 'sparkasse', 'administrator'],
  hi: ['आधिकारिक', 'सहायता', 'ग्राहक सेवा', 'बैंक', 'एडमिन'],
  id: ['resmi', 'layanan pelanggan', 'bantuan'],
  ar: ['رسمي', 'الرسمي', 'الدعم', 'الدعم الفني', 'خدمة العملاء', 'بنك', 'البنك', 'مصرف', 'الإدارة'],
  my: ['တရားဝင်', 'ဘဏ်', 'ဖောက်သည်ဝန်ဆောင်မှု', 'အက်ဒမင်'],
  it: ['ufficiale', 'assistenza', 'servizio clienti', 'banca', 'amministratore'],
  fil: ['opisyal', 'bangko'],
  bn: ['অফিসিয়াল', 'সহায়তা', 'গ্রাহক সেবা', 'ব্যাংক', 'অ্যাডমিন'],
  ur: ['سرکاری', 'بینک', 'کسٹمر سروس', 'ایڈمن'],
  tr: ['resmi', 'destek', 'müşteri hizmetleri', 'banka', 'bankası'],
  sw: ['rasmi', 'huduma kwa wateja', 'benki'],
  ru: ['официальный', 'официальная', 'поддержка', 'служба поддержки', 'банк', 'администратор', 'админ'],
  ko: ['공식', '고객센터', '고객지원', '은행', '관리자'],
  ja: ['公式', 'サポート', 'カスタマーサービス', '銀行', '管理者'],
  vi: ['chính thức', 'hỗ trợ', 'chăm sóc khách hàng', 'ngân hàng', 'quản trị viên'],
  th: ['ทางการ', 'บริการลูกค้า', 'ธนาคาร', 'แอดมิน', 'เจ้าหน้าที่'],
  'zh-Hans': ['官方', '客服', '银行', '管理员'],
  'zh-Hant': ['官方', '客服', '銀行', '管理員'],
};
