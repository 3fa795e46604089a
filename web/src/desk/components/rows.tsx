import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';

/** A table that scrolls sideways where it is too wide, by keyboard too: the library leaves its scrolling part out of reach of the Tab key. */
export function Rows<T extends object>(props: TableProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelectorAll('.ant-table-content').forEach((part) => part.setAttribute('tabindex', '0')));
  return (
    <div ref={frame}>
      <Table size="small" pagination={false} scroll={{ x: 'max-content' }} {...props} />
    </div>
  );
}
