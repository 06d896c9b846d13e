import { type TextPart } from '@haven/identity/web/editing';
import { locales } from '@haven/shared/contract/plain';
import { type I18n } from '@haven/shared/web';
import { type SettingsModel } from './settings-model';

/** The settings in parts, to be read beside those of somebody else. */
export function settingsParts(i18n: I18n, model: SettingsModel): TextPart[] {
  const t = (key: string) => i18n.t(`settings.${key}`);
  const part = (key: string, text: string): TextPart => ({ label: t(key), text, lang: null });
  const texts = (field: 'outcomes' | 'alt') =>
    locales.map((lang) => ({
      label: `${t(field)}, ${i18n.t(`editing.languages.${lang}`)}`,
      text: model[field][lang],
      lang,
    }));
  return [
    ...texts('outcomes'),
    part('reviewedOn', model.reviewedOn && i18n.date(model.reviewedOn)),
    part('visibility', t(`visibilities.${model.visibility}`)),
    part('groups', model.groups.map(({ name }) => name).join(', ')),
    part('opens', `${model.opens.date} ${model.opens.time}`.trim()),
    part('closes', `${model.closes.date} ${model.closes.time}`.trim()),
    part('prerequisites', model.prerequisites.join(', ')),
    part('order', t(`orders.${model.order}`)),
    part('certificate', t(model.certificate ? 'withCertificate' : 'withoutCertificate')),
    part('cover', model.cover ? model.cover.picture.slice(0, 6) : t('drawing')),
    ...(model.cover ? texts('alt') : []),
  ];
}
