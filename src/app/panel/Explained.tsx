import { Tooltip } from 'antd';
import type { ReactNode } from 'react';

/** A text that explains itself when pointed at or reached by keyboard. */
export function Explained(props: { readonly about: ReactNode; readonly children: ReactNode }) {
  return (
    <Tooltip title={props.about}>
      <button type="button" className="explained">
        {props.children}
      </button>
    </Tooltip>
  );
}
