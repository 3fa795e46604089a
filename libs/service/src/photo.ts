import { createHash } from 'node:crypto';
import { DomainError } from '@wufang/kernel';
import sharp from 'sharp';

export interface Photo {
  data: Buffer;
  width: number;
  height: number;
  /** Of the file as it came, so that the same photo sent twice is one. */
  sha256: Buffer;
}

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_PIXELS = 100_000_000;
const MAX_SIDE = 2048;

// The cache would keep strangers' photos in memory, and two cores have other work.
sharp.cache(false);
sharp.concurrency(1);

/** At most so many photos are opened at once: one may take a few hundred megabytes while it is. */
const SEATS = 2;
let taken = 0;
const queue: (() => void)[] = [];

/**
 * A photo as we keep it: told by its first bytes, drawn anew as JPEG of at most 2048 pixels a side. Whatever else was in the file, place
 * and time of the shot, a second file glued to it, a script, does not come along.
 */
export async function redrawPhoto(base64: string): Promise<Photo> {
  const file = Buffer.from(base64, 'base64');
  if (file.length > MAX_BYTES || !isPhoto(file)) throw refused();
  if (taken >= SEATS) await new Promise<void>((go) => queue.push(go));
  else taken += 1;
  try {
    const { data, info } = await sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', animated: false })
      .rotate()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, sha256: createHash('sha256').update(file).digest() };
  } catch {
    throw refused();
  } finally {
    const next = queue.shift();
    if (next) next();
    else taken -= 1;
  }
}

function isPhoto(file: Buffer): boolean {
  const isJpeg = file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff;
  const isPng = file.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const isWebp = file.subarray(0, 4).toString('latin1') === 'RIFF' && file.subarray(8, 12).toString('latin1') === 'WEBP';
  return isJpeg || isPng || isWebp;
}

function refused(): DomainError {
  return new DomainError('image.unreadable', { limit: '10 MB' });
}
