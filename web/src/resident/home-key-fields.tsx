/** @jsxImportSource preact */
import { say } from './words.js';

/** The number and the code of a home's statement. */
export function HomeKeyFields() {
  return (
    <>
      <label>
        {say('分户说明上的编号', 'Number on your statement')}
        <input name="no" required maxLength={40} autocomplete="off" placeholder="FT3A5C61B2-412" />
      </label>
      <label>
        {say('查询码', 'Code')}
        <input name="code" required maxLength={20} autocomplete="off" />
      </label>
    </>
  );
}
