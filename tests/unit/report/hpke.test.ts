import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import { expect, it } from 'vitest';
import { hpke } from '../../../src/report/hpke-suite.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');

/** RFC 9180's file of test vectors: mode 0, kem_id 32, kdf_id 1, aead_id 2, its first encryption and its exports. The RFC's own text prints other AEADs. */
const VECTOR = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  ikmE: '2cd7c601cefb3d42a62b04b7a9041494c06c7843818e0ce28a8f704ae7ab20f9',
  skRm: '497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d',
  pkRm: '430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c',
  enc: '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256',
  aad: '436f756e742d30',
  pt: '4265617574792069732074727574682c20747275746820626561757479',
  ct: 'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a',
  exports: [
    ['', 'ded6cffafaea6b812cbf3e241e88332adbc077aca81512914213810ee291770a'],
    ['00', '04d3cb6cc116b28ffd22ad5bc276c60d31fec71ceb87ae24db811c64b7507339'],
    ['54657374436f6e74657874', '7c5ded445732c14fe09727d29b4251c0fd38455fe8440571e687f0886aac94d2'],
  ],
} as const;

it('opens what RFC 9180 sealed', async () => {
  const suite = hpke();
  const context = await suite.SetupRecipient(await suite.DeserializePrivateKey(bytes(VECTOR.skRm), true), bytes(VECTOR.enc), { info: bytes(VECTOR.info) });
  expect(hex(await context.Open(bytes(VECTOR.ct), bytes(VECTOR.aad)))).toBe(VECTOR.pt);
  for (const [label, value] of VECTOR.exports) expect(hex(await context.Export(bytes(label), 32))).toBe(value);
});

it('seals as RFC 9180 does, given its ephemeral key', async () => {
  const kem = (): ReturnType<typeof KEM_DHKEM_X25519_HKDF_SHA256> => {
    const usual = KEM_DHKEM_X25519_HKDF_SHA256();
    return { ...usual, GenerateKeyPair: () => usual.DeriveKeyPair(bytes(VECTOR.ikmE), true) };
  };
  const suite = new CipherSuite(kem, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  const sealed = await suite.Seal(await suite.DeserializePublicKey(bytes(VECTOR.pkRm)), bytes(VECTOR.pt), { info: bytes(VECTOR.info), aad: bytes(VECTOR.aad) });
  expect(hex(sealed.encapsulatedSecret)).toBe(VECTOR.enc);
  expect(hex(sealed.ciphertext)).toBe(VECTOR.ct);
  expect(suite.KEM.id).toBe(hpke().KEM.id);
  expect([hpke().KEM.id, hpke().KDF.id, hpke().AEAD.id]).toEqual([32, 1, 2]);
});
