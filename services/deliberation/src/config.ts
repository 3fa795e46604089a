import { z } from 'zod';
import { systemFonts } from './documents/fonts.js';

/** What deliberation needs beyond the plumbing. */
export const deliberationSettings = {
  /** Folder of the Chinese fonts that documents are set in; `npm start` fetches them where the machine has none. */
  WUFANG_FONTS: z.string().default(systemFonts),
};
