/** Draws a small landscape, so that the playground has a picture to send without shipping one. PNG, about 10 kB. */
export async function drawSamplePicture(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 200;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('No canvas.');
  const sky = pen.createLinearGradient(0, 0, 0, 200);
  sky.addColorStop(0, '#8fc7e8');
  sky.addColorStop(1, '#fdf1d0');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 320, 200);
  circle(pen, 250, 55, 24, '#ffd166');
  hill(pen, 150, '#6aa875', 0);
  hill(pen, 170, '#3f7f5a', 80);
  for (let at = 0; at < 9; at++) circle(pen, 20 + at * 36, 182 + (at % 3) * 4, 5, ['#d8577a', '#f2a65a', '#f7f3ea'][at % 3] ?? '');
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  if (blob === null) throw new Error('No picture.');
  return new Uint8Array(await blob.arrayBuffer());
}

/** A picture of a person's account, drawn: the same `of` is the same picture, `changed` a little brighter and cut otherwise. PNG. */
export async function drawAvatar(of: string, changed = false): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = changed ? 112 : 128;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('No canvas.');
  const seed = [...of].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  pen.scale(canvas.width / 128, canvas.width / 128);
  pen.filter = changed ? 'brightness(1.12)' : 'none';
  pen.fillStyle = `hsl(${seed % 360} 45% 72%)`;
  pen.fillRect(0, 0, 128, 128);
  pen.fillStyle = `hsl(${(seed + 140) % 360} 40% 30%)`;
  pen.fillRect(0, 84 + seed % 20, 128, 60);
  circle(pen, 30 + seed % 60, 60, 26, `hsl(${(seed + 60) % 360} 60% 55%)`);
  circle(pen, 90 - seed % 30, 34, 12, '#fdf1d0');
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  if (blob === null) throw new Error('No picture.');
  return blob;
}

function circle(pen: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function hill(pen: CanvasRenderingContext2D, y: number, colour: string, shift: number): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(0, 200);
  for (let x = 0; x <= 320; x += 8) pen.lineTo(x, y + 18 * Math.sin((x + shift) / 55));
  pen.lineTo(320, 200);
  pen.fill();
}
