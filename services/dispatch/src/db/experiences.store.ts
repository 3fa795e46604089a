import { aggregate } from '@wufang/service';
import type { ExperienceRow } from './experiences.schema.js';

export const experiences = aggregate<ExperienceRow>('experiences', 'experience');
