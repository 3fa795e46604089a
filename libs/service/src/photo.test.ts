import { describe, expect, test } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { redrawPhoto } from './photo.js';

const noise = Buffer.from(Array.from({ length: 640 * 480 * 3 }, (_, i) => (i * 7919) % 256));
const photo = (width = 640, height = 480) =>
  sharp(noise, { raw: { width: 640, height: 480, channels: 3 } }).resize(width, height, { fit: 'fill' });
const withPlace = () =>
  photo()
    .jpeg()
    .withExif({
      IFD0: { Make: 'CanaryPhone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 50/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 15/1 0/1' },
    })
    .toBuffer();

/** A PNG whose header claims a size, with next to nothing behind it. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), body])));
    return Buffer.concat([length, Buffer.from(type), body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

describe('a photo', () => {
  test('loses the place it was taken at, and everything else that is not picture', async () => {
    const file = await withPlace();
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const { data, width, height } = await redrawPhoto(file.toString('base64'));
    const metadata = await sharp(data).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
    expect(metadata.exif).toBeUndefined();
    expect(data.includes('CanaryPhone')).toBe(false);
    expect([width, height]).toEqual([640, 480]);
  });

  test('that is also a page or an archive comes out as picture alone', async () => {
    const file = Buffer.concat([await withPlace(), Buffer.from('<script>canary()</script>PK\x03\x04canary.txt')]);
    const { data } = await redrawPhoto(file.toString('base64'));
    expect(data.includes('canary')).toBe(false);
  });

  test('is made smaller when it is larger than a screen needs', async () => {
    const { width, height } = await redrawPhoto((await photo(3000, 1500).png().toBuffer()).toString('base64'));
    expect([width, height]).toEqual([2048, 1024]);
  });

  test.each([
    ['an SVG with a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a page that calls itself JPEG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html></html>')])],
    ['a file cut off half-way', async () => (await withPlace()).subarray(0, 20_000)],
    ['fifty thousand pixels squared', () => hugePng(50_000)],
    ['nothing', () => Buffer.alloc(0)],
    ['more than ten megabytes', async () => Buffer.concat([await withPlace(), Buffer.alloc(10 * 1024 * 1024)])],
  ])('is refused when it is %s', async (_, make) => {
    await expect(redrawPhoto((await make()).toString('base64'))).rejects.toThrow('image.unreadable');
  });
});
