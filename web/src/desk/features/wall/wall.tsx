import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Switch } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { DocumentButton } from '../../components/document-button.js';
import { PageHead } from '../../components/page-head.js';
import { Nothing, Trouble } from '../../components/states.js';
import { useAreasToday } from '../../lib/areas.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnits } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { asAsked, filterOf, hiddenIn, type Filter } from './filter.js';
import { Many, ManyDone, useMayMany, type Done } from './many.js';
import { OpenIncidents } from './open-incidents.js';
import { useWallPages } from './pages.js';
import { Views } from './views.js';
import { WallRows, type Chosen } from './wall-rows.js';

/** The wall of timers (时限墙): every open order within one's reach, what is due next first. What it shows stands in its address, so that it can be sent to a colleague. */
export default function Wall() {
  const say = useWords();
  const may = useMay();
  const mayChoose = useMayMany();
  const navigate = useNavigate();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const text = JSON.stringify(filterOf(asked));
  const filter = useMemo(() => JSON.parse(text) as Filter, [text]);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const { list, entries, inSight } = useWallPages(filter);
  const { fetchNextPage, isFetchingNextPage, hasNextPage, refetch } = list;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  const [done, setDone] = useState<Done>();
  const keep = (finished: Done) => {
    setDone(finished);
    const refused = new Set(finished.results.filter((one) => !one.done).map(({ id }) => id));
    setChosen(new Map([...finished.chosen].filter(([id]) => refused.has(id))));
  };
  const show = (next: Filter) => {
    setChosen(new Map());
    void navigate({ to: '/wall', search: filterOf(next) as never, replace: true });
  };
  const hidden = hiddenIn(filter);
  return (
    <section aria-labelledby="wall-title">
      <PageHead id="wall-title" title={say('时限墙', 'Wall of timers')}>
        <Filters filter={filter} show={show} />
        <Views filter={filter} show={show} />
        {hidden > 0 && (
          <Button onClick={() => show({})}>{say(`另有 ${hidden} 个条件，全部清除`, `${hidden} more conditions: clear all`)}</Button>
        )}
        <Button onClick={() => void refetch()} className="no-print">
          {say('刷新', 'Refresh')}
        </Button>
        {may('dispatch.ledger.export') && (
          <DocumentButton
            name="dispatch.ledger.export"
            input={asAsked(filter)}
            label={say('导出台账', 'Export the ledger')}
            kind="Excel"
            note={({ rows, isCut }) =>
              isCut
                ? say(`已保存前 ${rows} 件，其余请缩小条件后再导出`, `The first ${rows} are saved: narrow the conditions for the rest`)
                : say(`已保存 ${rows} 件到下载`, `${rows} saved`)
            }
          />
        )}
      </PageHead>
      <div role="status" style={{ marginTop: 12 }}>
        {done && <ManyDone done={done} close={() => setDone(undefined)} />}
      </div>
      <OpenIncidents />
      {list.isError && <Trouble error={list.error} again={() => void refetch()} />}
      {list.isSuccess && entries.length === 0 && (
        <Nothing>
          {Object.keys(filter).length > 0
            ? say('没有符合条件的未结工单，请放宽或清除条件', 'No such open order: widen or clear the conditions')
            : say('没有未结工单；新派的会自己出现在这里', 'No open order; new ones appear here by themselves')}
        </Nothing>
      )}
      {mayChoose && entries.length > 0 && <Many chosen={chosen} clear={() => setChosen(new Map())} onDone={keep} />}
      <WallRows
        entries={entries}
        isLoading={list.isPending}
        hasMore={hasNextPage}
        more={more}
        inSight={inSight}
        chosen={mayChoose ? chosen : undefined}
        choose={setChosen}
      />
    </section>
  );
}

function Filters({ filter, show }: { filter: Filter; show: (filter: Filter) => void }) {
  const say = useWords();
  const units = useUnits();
  const areas = useAreasToday();
  const change = (name: keyof Filter, value: string | undefined) => {
    const { [name]: _, ...rest } = filter;
    show(value === undefined ? rest : { ...rest, [name]: value });
  };
  const only = (name: 'overdue' | 'problem', words: string) => (
    <label>
      <Switch checked={filter[name] === 'true'} onChange={(value) => change(name, value ? 'true' : undefined)} aria-label={words} /> {words}
    </label>
  );
  return (
    <>
      <Select
        allowClear
        aria-label={say('级别', 'Level')}
        placeholder={say('全部级别', 'All levels')}
        style={{ width: 140 }}
        value={filter.level}
        onChange={(value?: string) => change('level', value)}
        options={(['E', 'U', 'N', 'C'] as const).map((value) => ({ value, label: labels.level[value] }))}
      />
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={say('主办单位', 'Lead unit')}
        placeholder={say('全部单位', 'All units')}
        style={{ width: 200 }}
        value={filter.unitId}
        onChange={(value?: string) => change('unitId', value)}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {(areas.length > 0 || filter.area !== undefined) && (
        <Select
          allowClear
          aria-label={say('片区', 'Area')}
          placeholder={say('全部片区', 'All areas')}
          style={{ width: 140 }}
          value={filter.area}
          onChange={(value?: string) => change('area', value)}
          options={areas.map(({ name }) => ({ value: name, label: name }))}
        />
      )}
      {only('overdue', say('只看超时', 'Overdue only'))}
      {only('problem', say('只看问题工单', 'Problem orders only'))}
    </>
  );
}
