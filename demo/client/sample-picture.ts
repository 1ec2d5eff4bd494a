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
