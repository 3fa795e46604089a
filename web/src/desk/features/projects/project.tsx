import { Link, useParams } from '@tanstack/react-router';
import { Descriptions, Steps } from 'antd';
import { Card } from '../../components/card.js';
import { PageHead } from '../../components/page-head.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { dateText, fullText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { useProject, type Project } from './api.js';
import { BeforeAfter } from './before-after.js';
import { ProjectActs } from './project-acts.js';
import { StateOf } from './state-of.js';
import { TaskList } from './task-list.js';

/** One project of the pool: where it stands, what is done by whom, what it costs and who pays, how it looked before and looks now. */
export default function ProjectPage() {
  const say = useWords();
  const { id = '' } = useParams({ strict: false });
  return (
    <>
      <p className="no-print" style={{ margin: '0 0 8px' }}>
        <Link to="/projects">{say('← 民生项目池', '← Project pool')}</Link>
      </p>
      <Answered query={useProject(id)} heading={say('民生项目', 'Project')}>
        {(project) => <One project={project} />}
      </Answered>
    </>
  );
}

/** How far it is, in the order in which things happen; what was declined or withdrawn is out of it. */
const course = [
  'PROBLEM',
  'TASKED',
  'SUBMITTED',
  'APPROVED',
  'UNDER_WAY',
  'DONE',
  'ACCEPTED',
] as const satisfies readonly Project['state'][];

function One({ project }: { project: Project }) {
  const say = useWords();
  const { state } = project;
  const at = course.findIndex((one) => one === (state === 'DECLINED' ? 'TASKED' : state));
  return (
    <article aria-labelledby="project-title" className="order">
      <PageHead
        id="project-title"
        title={
          <>
            {project.title} <StateOf project={project} />
          </>
        }
        prints
      />
      {at >= 0 && (
        <Steps
          size="small"
          responsive
          aria-label={say('进程', 'Course')}
          current={at}
          {...(state === 'DECLINED' && { status: 'error' as const })}
          items={course.map((one) => ({ title: labels.projectState[one] }))}
        />
      )}
      <Card>
        <About project={project} />
        <ProjectActs project={project} />
      </Card>
      <TaskList project={project} />
      <Money project={project} />
      <BeforeAfter project={project} />
    </article>
  );
}

function About({ project }: { project: Project }) {
  const say = useWords();
  const unitName = useUnitName();
  const estateName = useEstateName();
  const { place, origin, originIds, zone, month, reason, result, acceptedBy } = project;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'problem', label: say('问题', 'Problem'), children: project.problem },
        {
          key: 'place',
          label: say('地点', 'Place'),
          children: [unitName(project.communityId), place.estateId && estateName(place.estateId), place.point].filter(Boolean).join(' · '),
        },
        { key: 'type', label: say('类型', 'Type'), children: labels.projectType[project.type] },
        {
          key: 'origin',
          label: say('来源', 'From'),
          children: (
            <>
              {labels.projectOrigin[origin]}
              {(origin === 'ORDER' || origin === 'ISSUE') &&
                originIds.map((id, index) => (
                  <Link key={id} to="/about/$id" params={{ id }}>
                    {' '}
                    {say(`查看 ${index + 1}`, `See ${index + 1}`)}
                  </Link>
                ))}
            </>
          ),
        },
        ...(zone === null ? [] : [{ key: 'zone', label: say('五区联动', 'Zone'), children: labels.projectZone[zone] }]),
        ...(month === null
          ? []
          : [{ key: 'month', label: say('“主动治理”', 'Project of the month'), children: say(`${month} 的项目`, `of ${month}`) }]),
        { key: 'proposed', label: say('列入', 'Put on the list'), children: fullText(project.proposedAt) },
        ...(reason === null ? [] : [{ key: 'reason', label: say('不予批复或撤回的原因', 'Why not'), children: reason }]),
        ...(result === null ? [] : [{ key: 'result', label: say('完工情况', 'Result'), children: result }]),
        ...(acceptedBy.length === 0 ? [] : [{ key: 'by', label: say('参加验收', 'Accepted by'), children: acceptedBy.join('、') }]),
      ]}
    />
  );
}

/** What it may cost, what the street is asked for, and what the street has approved. */
function Money({ project: { budgetFen, support, approval } }: { project: Project }) {
  const say = useWords();
  if (budgetFen === null) return null;
  const asked = [
    [say('给路径', 'A way'), support.path],
    [say('给资金', 'Money'), support.money],
    [say('给力量', 'People'), support.people],
  ] as const;
  return (
    <Part id="money" title={say('预算与批复', 'Budget and approval')}>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'budget', label: say('预算', 'Budget'), children: yuanText(budgetFen) },
          ...asked.flatMap(([label, words]) =>
            words === null ? [] : [{ key: label, label: say(`请街道${label}`, `Asked: ${label}`), children: words }],
          ),
          ...(approval === null
            ? []
            : [
                { key: 'amount', label: say('批复金额', 'Approved'), children: yuanText(approval.amountFen) },
                { key: 'source', label: say('资金来源', 'From'), children: approval.budgetSource },
                { key: 'document', label: say('文号', 'Document'), children: `${approval.document}（${dateText(approval.approvedAt)}）` },
                ...(approval.programYear === null
                  ? []
                  : [
                      {
                        key: 'program',
                        label: say('微民生项目库', 'Programme'),
                        children: say(
                          `${approval.programYear} 年第 ${approval.programNo} 项`,
                          `${approval.programYear}, no. ${approval.programNo}`,
                        ),
                      },
                    ]),
              ]),
        ]}
      />
    </Part>
  );
}
