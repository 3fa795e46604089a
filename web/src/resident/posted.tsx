/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { call } from './api.js';
import { Shown, useAsked } from './asked.js';
import { MyHome } from './my-home.js';
import { dueText, say, timeText, yuanText } from './words.js';

type Publicity = Output<'deliberation.publicity.read'>;

/** One publicity: its words, who pays, each home's share without the room, and the way to object. */
export function Posted({ streetId, id }: { streetId: string; id: string }) {
  const posted = useAsked(id, () => call('deliberation.publicity.read', { streetId, id }));
  return (
    <>
      <p>
        <a href={`/r/${streetId}/board`}>{say('← 全部公示', '← All on the board')}</a>
      </p>
      <Shown asked={posted} heading={say('公示', 'On the board')}>
        {(found) => <Text streetId={streetId} posted={found} />}
      </Shown>
    </>
  );
}

function Text({ streetId, posted }: { streetId: string; posted: Publicity }) {
  const { title, estateName, state, no, numberText, lines, payers, homes, totalFen, point, postedAt, endsAt, objections, openObjections } =
    posted;
  const isOpen = state === 'POSTED' && Date.parse(endsAt) > Date.now();
  const stateText = isOpen
    ? say('公示中', 'On the board')
    : state === 'AMENDED'
      ? say('已撤下修改', 'Taken down to be changed')
      : say('公示期满', 'Its period is over');
  return (
    <>
      <h1>{title}</h1>
      <p>
        <b>{stateText}</b> · {estateName} · {say(`第 ${no} 次公示`, `publicity ${no}`)} · {numberText}
      </p>
      <p>
        {say('张贴', 'Posted')}：{timeText(postedAt)}，{point}
        <br />
        {say('截止', 'Ends')}：{dueText(endsAt)}
        <br />
        {say('收到异议', 'Objections')}：
        {say(`${objections} 件，待答复 ${openObjections} 件`, `${objections}, ${openObjections} to be answered`)}
      </p>
      <section class="card">
        {lines.map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </section>
      <h2>{say('各方出资', 'Who pays')}</h2>
      <table>
        <tbody>
          {payers.map(({ name, amountFen }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="amount">{yuanText(amountFen)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say('合计', 'Total')}</th>
            <td class="amount">{yuanText(totalFen)}</td>
          </tr>
        </tbody>
      </table>
      {homes.length > 0 && (
        <details>
          <summary>{say(`各户份额（${homes.length} 户，隐去房号）`, `Shares of ${homes.length} homes, without room numbers`)}</summary>
          <p class="quiet">
            {say('凭分户说明上查询码的末三位，找到自己家的一行。', 'Find yours by the last three letters of the code on your statement.')}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('位置', 'Place')}</th>
                <th scope="col">{say('末三位', 'Mark')}</th>
                <th scope="col" class="amount">
                  {say('份额', 'Share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {homes.map(({ place, mark, shareFen }, at) => (
                <tr key={at}>
                  <td>{place}</td>
                  <td>{mark}</td>
                  <td class="amount">{yuanText(shareFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <MyHome streetId={streetId} isOpen={isOpen} />
    </>
  );
}
