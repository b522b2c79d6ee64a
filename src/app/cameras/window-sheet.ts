import type { TFunction } from 'i18next';
import type { WindowReport } from '../../coverage/inspect/inspect';
import { checksOf, type Limits, type ShortcomingCode } from '../../coverage/inspect/verdict';
import type { View } from '../../coverage/inspect/view';
import type { Profile } from '../../coverage/profiles';
import { COVERAGE_WORDS } from '../../report/coverage-words';
import type { Sheet } from '../../report/sheet';
import { windowFindings } from '../../report/window-findings';
import { inLanguage, type Language } from '../../scenarios/text';

/** In which of its limits a view falls short. */
export function brokenIn(view: View, limits: Limits): ReadonlySet<ShortcomingCode> {
  return new Set(
    checksOf(view, limits)
      .filter(({ margin }) => margin < 0)
      .map(({ code }) => code),
  );
}

/** What hides a target from a camera, and how much of it lies outside the picture. */
export function hiddenText(view: View, language: Language, t: TFunction): string {
  const { kind } = COVERAGE_WORDS[language];
  const outside =
    view.inPictureShare < 0.995
      ? [t('cameras.outside', { share: (100 * (1 - view.inPictureShare)).toFixed(0) })]
      : [];
  return [
    ...view.blockedBy.map((one) => `${kind[one.kind]} ${one.id} ${(100 * one.share).toFixed(0)}%`),
    ...outside,
  ].join(language === 'zh' ? '、' : ', ');
}

/** A window as every camera sees its face and its counter, as a table. */
export function windowSheet(
  plan: string,
  window: WindowReport,
  profile: Profile,
  language: Language,
  t: TFunction,
): Sheet {
  const { verdict } = COVERAGE_WORDS[language];
  const name = t('cameras.detail', { id: window.id });
  const rows = (title: string, views: readonly View[], limits: Limits) =>
    views.map((view) => [
      title,
      view.camera,
      brokenIn(view, limits).size === 0 ? t('cameras.views.passes') : t('cameras.views.fails'),
      view.pxPerM,
      view.visibleShare,
      view.shareError,
      limits.kind === 'face' ? view.horizontalDeg : null,
      view.verticalDeg,
      view.distanceM,
      hiddenText(view, language, t),
    ]);
  return {
    name,
    title: `${plan} · ${name}`,
    about: [
      [t('top.plan'), plan],
      [t('cameras.profile'), inLanguage(profile.name, language)],
      [t('cameras.views.verdict'), verdict[window.verdict]],
    ],
    columns: [
      { name: t('cameras.views.target') },
      { name: t('cameras.camera') },
      { name: t('cameras.views.verdict') },
      { name: t('cameras.column.px'), unit: 'px/m', format: 'decimal' },
      { name: t('cameras.column.seen'), format: 'share' },
      { name: t('cameras.views.error'), format: 'share' },
      { name: t('cameras.column.h'), unit: '°', format: 'decimal' },
      { name: t('cameras.column.v'), unit: '°', format: 'decimal' },
      { name: t('cameras.distance'), unit: 'm', format: 'decimal' },
      { name: t('cameras.hiddenBy') },
    ],
    rows: [
      ...rows(t('cameras.viewsFace'), window.views.face, { kind: 'face', of: profile.face }),
      ...rows(t('cameras.viewsCounter'), window.views.counter, {
        kind: 'counter',
        of: profile.counter,
      }),
    ],
    notes: windowFindings(window, language),
  };
}
