import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'antd';
import type { Output } from '@wufang/api-client';
import { Command } from '../../components/command.js';
import { Mark } from '../../components/mark.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { fullText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';

type Model = Output<'intake.classifier.list'>['models'][number];
const refreshes = [['classifier']];
const part = (of: number, all: number) => (all === 0 ? '—' : `${((of / all) * 100).toFixed(1)}%`);

/** The models that suggest a category from free text, each with how it did on what it had not seen; another one may be trained, or an earlier one taken again. */
export default function Classifier() {
  const say = useWords();
  const [shown, setShown] = useState<number>();
  const models = useQuery({ queryKey: ['classifier'], queryFn: ({ signal }) => call('intake.classifier.list', {}, { signal }) });
  return (
    <section aria-labelledby="classifier-title" className="order">
      <PageHead id="classifier-title" title={say('分类模型', 'Classifier')} prints />
      <p className="foot">
        {say(
          '登记诉求时，先由词典、再由模型建议分类；没有把握的不建议，由人来定。模型只用本街道已定分类和更正过的诉求训练，不联网。',
          'Suggests a category from the words, the dictionary first; where it is not sure it says nothing. It learns from this street’s own demands alone.',
        )}
      </p>
      <Part id="models" title={say('各版模型', 'Models')}>
        <Answered
          query={models}
          isEmpty={(found) => found.models.length === 0}
          empty={say(
            '还没有训练过：现在只由词典建议。已定分类的诉求多起来之后再训练。',
            'None yet: the dictionary alone suggests. Train one once there are enough demands.',
          )}
        >
          {(found) => (
            <>
              <Rows
                rowKey="modelNo"
                dataSource={found.models}
                pagination={{ pageSize: 10 }}
                columns={[
                  {
                    title: say('版本', 'Version'),
                    render: (_, { modelNo, isActive }) => (
                      <>
                        {say(`第 ${modelNo} 版`, `Version ${modelNo}`)} {isActive && <Mark tone="good">{say('在用', 'in use')}</Mark>}
                      </>
                    ),
                  },
                  { title: say('训练时间', 'Trained'), render: (_, { trainedAt }) => fullText(trainedAt) },
                  { title: say('训练用诉求', 'Examples'), render: (_, { figures }) => figures.examples, align: 'right' },
                  { title: say('检验用诉求', 'Held out'), render: (_, { figures }) => figures.heldOut, align: 'right' },
                  {
                    title: say('建议的有多少是对的', 'Of its suggestions right'),
                    render: (_, { figures }) => part(figures.suggestedRight, figures.suggested),
                    align: 'right',
                  },
                  {
                    title: say('没有把握、不建议的', 'Left to a person'),
                    render: (_, { figures }) => `${(figures.abstainedShare * 100).toFixed(1)}%`,
                    align: 'right',
                  },
                  {
                    title: say('连同词典：对的', 'With the dictionary: right'),
                    render: (_, { figures }) => part(figures.withDictionary.right, figures.withDictionary.suggested),
                    align: 'right',
                  },
                  {
                    title: say('处理', 'Action'),
                    render: (_, { modelNo, isActive }) => (
                      <div className="form-buttons">
                        <Button
                          size="small"
                          aria-pressed={shown === modelNo}
                          aria-label={say(`看各类 第 ${modelNo} 版`, `By category: version ${modelNo}`)}
                          onClick={() => setShown(shown === modelNo ? undefined : modelNo)}
                        >
                          {say('看各类', 'By category')}
                        </Button>
                        {!isActive && (
                          <Command
                            operation="intake.classifier.activate"
                            size="small"
                            title={say('启用', 'Use it')}
                            about={say(`第 ${modelNo} 版`, `version ${modelNo}`)}
                            refreshes={refreshes}
                            note={say('此后的建议由这一版给出。', 'Suggestions from now on are its.')}
                            input={() => ({ modelNo })}
                          />
                        )}
                      </div>
                    ),
                  },
                ]}
              />
              <Classes model={found.models.find(({ modelNo }) => modelNo === shown)} />
            </>
          )}
        </Answered>
        <div className="acts">
          <Command
            operation="intake.classifier.train"
            title={say('训练新的一版', 'Train a new one')}
            refreshes={refreshes}
            note={say(
              '约需一两分钟。训练好的先不启用：看过检验结果，再按“启用”。',
              'It takes a minute or two. It is not used at once: look at its figures, then press “Use it”.',
            )}
            input={() => ({ activate: false })}
            answer={({ modelNo }) => say(`已训练第 ${modelNo} 版`, `Version ${modelNo} trained`)}
          />
        </div>
      </Part>
    </section>
  );
}

/** How a model did category by category, on what it had not seen. */
function Classes({ model }: { model: Model | undefined }) {
  const say = useWords();
  if (model === undefined) return null;
  const share = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);
  return (
    <section aria-labelledby="classes-title" style={{ marginTop: 12 }}>
      <h3 id="classes-title">{say(`第 ${model.modelNo} 版各类的检验结果`, `Version ${model.modelNo} by category`)}</h3>
      <Rows
        rowKey={({ category }) => category.join('/')}
        dataSource={model.figures.classes}
        pagination={{ pageSize: 20 }}
        columns={[
          { title: say('问题分类', 'Category'), render: (_, { category }) => category.join(' / ') },
          { title: say('诉求', 'Demands'), dataIndex: 'examples', align: 'right' },
          { title: say('检验用', 'Held out'), dataIndex: 'heldOut', align: 'right' },
          { title: say('建议过', 'Suggested'), dataIndex: 'suggested', align: 'right' },
          { title: say('建议对的（精确率）', 'Precision'), render: (_, { precision }) => share(precision), align: 'right' },
          { title: say('找出来的（召回率）', 'Recall'), render: (_, { recall }) => share(recall), align: 'right' },
        ]}
      />
    </section>
  );
}
