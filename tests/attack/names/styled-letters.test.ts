import { it } from 'vitest';
import { expectLike } from '../../fixtures/names.ts';

it('letters of fancy-text generators, full width and accents', () => {
  expectLike('Anna Lopez', ['𝓐𝓷𝓷𝓪 𝓛𝓸𝓹𝓮𝔃', '𝔸𝕟𝕟𝕒 𝕃𝕠𝕡𝕖𝕫', 'Ａｎｎａ　Ｌｏｐｅｚ', 'Ⓐⓝⓝⓐ Ⓛⓞⓟⓔⓩ', 'Ánnà Lópëz', 'A̷n̷n̷a̷ L̷o̷p̷e̷z̷', 'ᴀɴɴᴀ ʟᴏᴘᴇᴢ', 'αηηα ℓσρєz']);
});
