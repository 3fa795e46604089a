import 'dayjs/locale/zh-cn.js';

/** The calendar beside a field, which knows its days and months in Chinese too; pages without one do not load it. */
export { DatePicker } from 'antd';
