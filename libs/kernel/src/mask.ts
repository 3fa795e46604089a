// The compound surnames (复姓) one meets; an unlisted one shows a character less, never more.
const compoundSurnames = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 端木 长孙 宇文 轩辕 南宫 西门 东郭 独孤 呼延 申屠 太史 ' +
    '公羊 澹台 公冶 宗政 濮阳 淳于 单于 仲孙 钟离 鲜于 闾丘 亓官 拓跋 百里 第五 赫连 完颜 纳兰 叶赫 耶律'
  ).split(' '),
);

/**
 * A phone number as people may see it (个人信息保护法 art. 51, de-identification): three and four digits of a mobile number, the last four
 * of another long enough to hide something, nothing of a short one.
 * Example: '13812341234' -> '138****1234'; '010-63001234' -> '****1234'.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
  if (/^1\d{10}$/.test(digits)) return digits.slice(0, 3) + '****' + digits.slice(-4);
  return digits.length >= 8 ? '****' + digits.slice(-4) : '****';
}

/**
 * A name as people may see it: the surname and two stars, however long the given name is.
 * Example: '王小明' -> '王**'; '欧阳文' -> '欧阳**'.
 */
export function maskName(name: string): string {
  const letters = Array.from(name.trim());
  if (letters.length === 0) return '';
  const isCompound = letters.length > 2 && compoundSurnames.has(letters[0]! + letters[1]!);
  return letters.slice(0, isCompound ? 2 : 1).join('') + '**';
}

const throughBuilding = /^(.*?(?:\d|[A-Za-z]|[零〇一二三四五六七八九十百甲乙丙丁])(?:号楼|栋|幢|座|楼))/u;

/**
 * A home's address down to the building; unit, floor and room are left out. Where no building can be told from it, nothing is shown.
 * Example: '西大院36号楼1单元502' -> '西大院36号楼'; '9-2-301' -> '9号楼'.
 */
export function maskRoom(address: string): string {
  const text = address.trim();
  const building = throughBuilding.exec(text)?.[1];
  // A unit or a number of its own before the building may be the room, written first.
  if (building && !/单元|\d门|\d层|室|\d[\s,，]/.test(building)) return building;
  const code = /^(\d{1,3})[-—－](?:\d{1,2}[-—－])?\d{1,5}$/.exec(text);
  return code ? code[1]! + '号楼' : '';
}
