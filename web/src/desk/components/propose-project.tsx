import type { Input, Output } from '@wufang/api-client';
import { useState } from 'react';
import { call } from '../lib/client.js';
import { todayOf } from '../lib/format.js';
import { labels } from '../lib/labels.js';
import { useMyCommunities } from '../lib/my-communities.js';
import { useNow } from '../lib/now.js';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { ChoiceField, choicesOf, OneOf, Words } from './fields.js';
import { PhotosField } from './files-field.js';
import { PlaceFields } from './place-fields.js';

type Propose = Input<'deliberation.project.propose'>;
type Project = Output<'deliberation.project.propose'>;

interface Filled {
  title: string;
  problem: string;
  type: Propose['type'];
  zone?: Propose['zone'];
  origin?: Propose['origin'];
  communityId: string;
  estateId?: string;
  point?: string;
  month?: string;
  beforePhotoIds?: string[];
}

interface Props {
  title: string;
  about?: string;
  /** Where it comes from, when one is already there; else it is asked. */
  from?: { origin: Propose['origin']; originIds: string[] };
  initial?: Partial<Filled>;
  isPrimary?: boolean;
  size?: 'small' | 'middle';
  onDone?: (project: Project) => void;
}

export const projectKeys = [['projects'], ['monthly-slots'], ['project-program']] as const;

/** The month and the one after it, for which a community may settle on its project. Example: '2026-12-05' -> ['2026-12', '2027-01']. */
export function monthsFrom(today: string): [string, string] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return [today.slice(0, 7), month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`];
}

/** A problem is put on the problem list (问题清单), with its pictures from before the works. */
export function ProposeProject({ title, about, from, initial, isPrimary, size, onDone }: Props) {
  const say = useWords();
  const own = useMyCommunities();
  const now = useNow(60_000);
  // The photos are kept under it before it is proposed; the next one gets another.
  const [id, setId] = useState<string>(() => crypto.randomUUID());
  return (
    <Command
      operation="deliberation.project.propose"
      title={title}
      refreshes={projectKeys}
      initial={{ type: 'LIVEABLE' as const, ...(own[0] && { communityId: own[0].id }), ...initial }}
      input={({ communityId, estateId = undefined, point = undefined, origin, zone, month, ...filled }: Filled) => ({
        ...{ id, ...filled, origin: origin ?? from!.origin, originIds: from?.originIds ?? [] },
        ...{ place: { communityId, estateId: estateId ?? null, buildingId: null, point: point?.trim() || null } },
        ...(zone && { zone }),
        ...(month && { month }),
      })}
      onDone={(project) => {
        setId(crypto.randomUUID());
        onDone?.(project);
      }}
      {...(about !== undefined && { about })}
      {...(isPrimary !== undefined && { isPrimary })}
      {...(size !== undefined && { size })}
    >
      <Words name="title" label={say('项目名称', 'Title')} min={2} max={100} />
      <Words
        name="problem"
        label={say('要解决的问题（请勿写姓名电话）', 'The problem (no names, no phones)')}
        min={2}
        max={1000}
        rows={3}
      />
      <OneOf name="type" label={say('类型', 'Type')} choices={choicesOf(labels.projectType)} />
      {from === undefined && <ChoiceField name="origin" label={say('来源', 'Where it comes from')} words={labels.projectOrigin} />}
      <PlaceFields />
      <OneOf name="zone" isOptional label={say('五区联动（不属于的不选）', 'Zone (if one)')} choices={choicesOf(labels.projectZone)} />
      <OneOf
        name="month"
        isOptional
        label={say('作为社区哪个月的“主动治理”项目（不是的不选）', 'As the community’s project of a month (if so)')}
        choices={monthsFrom(todayOf(now)).map((value) => ({ value, label: value }))}
      />
      <PhotosField
        name="beforePhotoIds"
        isOptional
        most={20}
        label={say('改造前的照片（可不选）', 'Photos from before (optional)')}
        keep={async (file, fileName) => (await call('deliberation.project.add-photo', { id, fileName, file })).id}
      />
    </Command>
  );
}
