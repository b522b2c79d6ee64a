import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwin } from '../context';

/** The frame of every card: a title and a way to put it away. */
export function Card(props: { readonly title: ReactNode; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { store } = useTwin();
  return (
    <section className="selection-card" aria-label={t('selection.region')}>
      <header>
        <h3>{props.title}</h3>
        <Button
          type="text"
          aria-label={t('selection.close')}
          icon={<CloseOutlined />}
          onClick={() => store.setState({ selection: null })}
        />
      </header>
      {props.children}
    </section>
  );
}

/** Names and values, two columns. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
