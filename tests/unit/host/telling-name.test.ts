import { expect, it } from 'vitest';
import { isTellingName } from '../../../src/host/telling-name.ts';

it.each([
  'Annika Lopez', 'Mirko Bernardelli', 'Анна Лопатина', 'Νίκος Παπάς', 'أمينة الفخراني', 'ThunderQuinceMaster', 'သူဇာမြင့်မြတ်အောင်', 'Annika Lopez 99', '𝓐𝓷𝓷𝓲𝓴𝓪 𝓛𝓸𝓹𝓮𝔃',
  'Jean-Pierre Quesnel', "Sinéad O'Connellan", '中村さくら山',
])('few people are called %s', (name) => { expect(isTellingName(name)).toBe(true); });

it.each([
  '', '★', '7', '+95 9 123 456 789', 'Maria', 'Christopher', 'Anna L.', 'Li Na', 'Su Su', 'Maria Maria', 'Aung Aung Aung Aung', 'John Smith', 'Maria S', '王小明', '김민준', 'محمد علي',
  'Facebook User', 'Deleted Account', 'Customer Support Desk', 'Unknown Person', '𝓜𝓪𝓻𝓲𝓪', 'M a r i a L o p e z',
])('many people are called %j, or nobody', (name) => { expect(isTellingName(name)).toBe(false); });
