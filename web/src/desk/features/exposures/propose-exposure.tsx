import type { Input } from '@wufang/api-client';
import { useState } from 'react';
import { Command } from '../../components/command.js';
import { choicesOf, Figure, OneOf, UnitField, Words } from '../../components/fields.js';
import { PhotosField } from '../../components/files-field.js';
import { CommunityField } from '../../components/place-fields.js';
import { call } from '../../lib/client.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';

type Place = Input<'dispatch.exposure.propose'>['place'];
type Filled = Omit<Place, 'metres'> & { metres: string; problem: string; photoIds: string[]; unitId: string };

/** Proposing an entry: from which crossing, in which direction, how far, on which side of the road; what is wrong; a photo. */
export function ProposeExposure() {
  const say = useWords();
  // Chosen before anything is sent: the photos are kept under it.
  const [id, setId] = useState<string>(() => crypto.randomUUID());
  return (
    <Command
      operation="dispatch.exposure.propose"
      title={say('提出曝光', 'Propose an entry')}
      isPrimary
      refreshes={[['exposures']]}
      initial={{ metres: '0' }}
      onDone={() => setId(crypto.randomUUID())}
      input={({ communityId, crossing, direction, metres, side, ...filled }: Filled) => ({
        ...{ id, place: { communityId, crossing, direction, metres: Number(metres), side } },
        ...filled,
      })}
    >
      <CommunityField />
      <Words name="crossing" label={say('路口（例如 青云路与南岗街交叉口）', 'Crossing')} min={2} max={60} />
      <OneOf name="direction" label={say('从路口往哪边', 'Which way from it')} choices={choicesOf(labels.compassPoint)} />
      <Figure name="metres" label={say('多少米（就在路口的写 0）', 'How many metres (0: at the crossing)')} max={5000} />
      <OneOf name="side" label={say('路的哪一侧', 'Which side of the road')} choices={choicesOf(labels.compassPoint)} />
      <Words name="problem" label={say('问题（五个字以上，不写人）', 'The problem (no persons)')} min={5} max={500} rows={2} />
      <PhotosField
        name="photoIds"
        label={say('照片（没有人脸、车牌的）', 'Photos (without faces or number plates)')}
        most={3}
        keep={async (file, fileName) => (await call('dispatch.exposure.add-photo', { id, file, fileName })).id}
      />
      <UnitField name="unitId" label={say('由谁整改', 'Who puts it right')} />
    </Command>
  );
}
