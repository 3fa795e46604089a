import { Form, Select } from 'antd';
import { useEstates, useCommunities } from '../lib/names.js';
import { useMyCommunities } from '../lib/my-communities.js';
import { useWords } from '../lib/words.js';
import { Words } from './fields.js';

/** Which community: one's own where one works for one, else any of the street's. */
export function CommunityField({ name = 'communityId' }: { name?: string }) {
  const say = useWords();
  const own = useMyCommunities();
  const all = useCommunities();
  const shown = own.length > 0 ? own : all;
  return (
    <Form.Item name={name} label={say('社区', 'Community')} rules={[{ required: true, message: say('请选择社区', 'Choose a community') }]}>
      <Select showSearch optionFilterProp="label" options={shown.map(({ id, name: label }) => ({ value: id, label }))} />
    </Form.Item>
  );
}

/** One of the estates of the community that is chosen beside it, or none. */
export function EstateField({ label }: { label: string }) {
  const communityId = Form.useWatch<string | undefined>('communityId');
  const estates = useEstates().filter((estate) => estate.communityId === communityId);
  return (
    <Form.Item name="estateId" label={label}>
      <Select allowClear showSearch optionFilterProp="label" options={estates.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  );
}

/** Where something is: community, estate, and the spot in words. */
export function PlaceFields() {
  const say = useWords();
  return (
    <>
      <CommunityField />
      <EstateField label={say('小区（不在小区里的不选）', 'Estate (none outside estates)')} />
      <Words name="point" label={say('具体位置（可不填）', 'The spot (optional)')} isOptional max={120} />
    </>
  );
}

/** Several communities of the street, or none. */
export function CommunitiesField({ label }: { label: string }) {
  const shown = useCommunities();
  return (
    <Form.Item name="communityIds" label={label}>
      <Select mode="multiple" showSearch optionFilterProp="label" options={shown.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  );
}
