import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwinState } from './context';
import { hashOf, PAGE_GROUPS, type PageId } from './state/page';

/** The pages: a button for a page that stands alone, a menu for those that belong together. */
export function PageMenu() {
  const { t } = useTranslation();
  return (
    <nav className="page-menu" aria-label={t('top.pages')}>
      {PAGE_GROUPS.map(
        ({ id, pages }: { readonly id: string; readonly pages: readonly PageId[] }) => {
          const [first] = pages;
          if (!first) return null;
          return pages.length === 1 ? (
            <PageButton key={id} page={first} />
          ) : (
            <GroupButton key={id} group={id} pages={pages} />
          );
        },
      )}
    </nav>
  );
}

function turnTo(page: PageId): void {
  window.location.hash = hashOf(page);
}

function PageButton({ page }: { readonly page: PageId }) {
  const { t } = useTranslation();
  const here = useTwinState((state) => state.page) === page;
  return (
    <Button
      type="text"
      className={here ? 'here' : ''}
      aria-current={here ? 'page' : undefined}
      data-page={page}
      onClick={() => turnTo(page)}
    >
      {t(`top.page.${page}`)}
    </Button>
  );
}

/** Names its group, and beside it the page that is open, if it is one of these. */
function GroupButton(props: { readonly group: string; readonly pages: readonly PageId[] }) {
  const { group, pages } = props;
  const { t } = useTranslation();
  const open = useTwinState((state) => state.page);
  const here = pages.includes(open);
  return (
    <Dropdown
      trigger={['hover', 'click']}
      menu={{
        className: 'page-menu-list',
        selectedKeys: [open],
        items: pages.map((page) => ({
          key: page,
          'data-page': page,
          label: (
            <>
              <strong>{t(`top.page.${page}`)}</strong>
              <span className="quiet">{t(`top.about.${page}`)}</span>
            </>
          ),
        })),
        onClick: ({ key }) => {
          const page = pages.find((one) => one === key);
          if (page) turnTo(page);
        },
      }}
    >
      <Button
        type="text"
        className={here ? 'here' : ''}
        aria-current={here ? 'page' : undefined}
        aria-haspopup="menu"
        data-group={group}
      >
        <span>
          {t(`top.group.${group}`)}
          {here && <span className="page-open">{t(`top.page.${open}`)}</span>}
          <DownOutlined />
        </span>
      </Button>
    </Dropdown>
  );
}
