import { z } from 'zod';

/** What is said to the complainant when another unit comes in (指派、转办、加派); without it they are told by fixed words. */
export const MovedText = z
  .string()
  .trim()
  .min(5, '请写给诉求人看的话，至少 5 个字')
  .max(200)
  .optional()
  .describe('给诉求人看的话；不写的，系统按事实告知');
