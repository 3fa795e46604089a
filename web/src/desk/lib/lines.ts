/** What a field of several lines holds: each line that says something. Example: '街道\n\n 社区 ' -> ['街道', '社区']. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
