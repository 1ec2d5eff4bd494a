import type { MediaKind } from 'inward/ui';

export type SampleFile = 'evening.jpg' | 'lake.jpg' | 'hills.jpg' | 'leaf.png' | 'blink.webp' | 'waves.webm' | 'piano.wav' | 'spring-plan.pdf';

const TYPES: Readonly<Record<string, readonly [MediaKind, string]>> = {
  jpg: ['image', 'image/jpeg'], png: ['image', 'image/png'], webp: ['image', 'image/webp'], webm: ['video', 'video/webm'],
  wav: ['audio', 'audio/wav'], pdf: ['file', 'application/pdf'],
};

/** Bytes of a sample as if they had come encrypted: drawn for the playground, public domain (CC0). @throws it cannot be had */
export async function sampleFile(name: SampleFile): Promise<{ readonly kind: MediaKind; readonly blob: Blob; readonly fileName: string }> {
  const [kind, type] = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? ['file', 'application/octet-stream'];
  return { kind, blob: new Blob([name === 'piano.wav' ? chord() : await bytesOf(name)], { type }), fileName: name };
}

async function bytesOf(name: SampleFile): Promise<ArrayBuffer> {
  const answer = await fetch(`/samples/${name}`);
  if (!answer.ok) throw new Error(`No sample ${name}.`);
  return answer.arrayBuffer();
}

const RATE = 8_000;

/** Three tones that fade, one second: RIFF WAVE, 8 bits, one channel. */
function chord(): ArrayBuffer {
  const samples = Uint8Array.from({ length: RATE }, (_, n) => {
    const wave = [262, 330, 392].reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * n / RATE), 0) / 3;
    return 128 + 100 * wave * Math.exp(-3 * n / RATE);
  });
  const file = new DataView(new ArrayBuffer(44 + samples.length));
  const text = (at: number, letters: string): void => { for (let n = 0; n < letters.length; n++) file.setUint8(at + n, letters.charCodeAt(n)); };
  text(0, 'RIFF');
  file.setUint32(4, 36 + samples.length, true);
  text(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE, true);
  file.setUint16(32, 1, true);
  file.setUint16(34, 8, true);
  text(36, 'data');
  file.setUint32(40, samples.length, true);
  new Uint8Array(file.buffer).set(samples, 44);
  return file.buffer;
}
