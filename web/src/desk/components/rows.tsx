import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';
import { usePrinting } from '../lib/printing.js';

/**
 * A table that scrolls sideways where it is too wide, by keyboard too: the library leaves its scrolling part out of reach of the Tab key. On paper it is
 * whole: all its rows, and no wider than the sheet.
 */
export function Rows<T extends object>({ pagination = false, ...props }: TableProps<T>) {
  const isPrinting = usePrinting();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelectorAll('.ant-table-content').forEach((part) => part.setAttribute('tabindex', '0')));
  return (
    <div ref={frame}>
      <Table
        size="small"
        {...(!isPrinting && { scroll: { x: 'max-content' } })}
        pagination={isPrinting || pagination === false ? false : { hideOnSinglePage: true, showSizeChanger: false, ...pagination }}
        {...props}
      />
    </div>
  );
}
