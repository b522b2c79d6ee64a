/**
 * A drawing as PNG.
 *
 * @param svg its text
 * @param size px of the picture
 * @returns null where the browser can't draw it
 */
export async function pngOf(
  svg: string,
  size: (width: number, height: number) => { readonly width: number; readonly height: number },
): Promise<Blob | null> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, size(image.width, image.height));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
