import { expect, it } from 'vitest';
import { isTellingName } from '../../../src/host/telling-name.ts';

it.each([
  'Annika Lopez', 'Mirko Bernardelli', 'Анна Лопатина', 'Νίκος Παπάς', 'أمينة الفخراني', 'ThunderQuinceMaster', 'သူဇာမြင့်မြတ်အောင်', 'Annika Lopez 99', '𝓐𝓷𝓷𝓲𝓴𝓪 𝓛𝓸𝓹𝓮𝔃',
  'Jean-Pierre Quesnel', "Sinéad O'Connellan", '中村さくら山',
  // Vowels written as marks; names of three syllables and more, with spaces and without; a form of address before them.
  'राजेश कुमार शर्मा', 'প্রিয়াঙ্কা মুখার্জি', 'கார்த்திக் சுப்ரமணியம்', 'အောင်ကျော်မင်း', 'မောင်မောင်အေး', 'အောင် ကျော် မင်း', 'သူဇာမြင့်', 'ဦးအောင်ကျော်မင်း', 'မသန္တာမြင့်',
  '王小明', '王 小明', '欧阳修文', '남궁민수', '김민준', '김 민준', '山田太郎',
])('few people are called %s', (name) => { expect(isTellingName(name)).toBe(true); });

it.each([
  '', '★', '7', '+95 9 123 456 789', 'Maria', 'Christopher', 'Anna L.', 'Li Na', 'Su Su', 'Maria Maria', 'Aung Aung Aung Aung', 'John Smith', 'Maria S', 'محمد علي',
  'राजेश', 'राम शर्मा', 'राम राम राम राम', '张伟', '王 明', '민준', '김준', 'さくら', '小明', '哈哈哈哈', 'အောင်', 'အောင်အောင်', 'မင်းမင်းမင်း', 'ဒေါ်အေးအေး', 'ကိုအောင်ကျော်', 'မသူဇာ', 'သန္တာ',
  '用户12345', '平台客服中心', '탈퇴한 사용자',
  'Facebook User', 'Deleted Account', 'Customer Support Desk', 'Unknown Person', '𝓜𝓪𝓻𝓲𝓪', 'M a r i a L o p e z',
])('many people are called %j, or nobody', (name) => { expect(isTellingName(name)).toBe(false); });
