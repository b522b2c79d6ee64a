import enRest from './en.json';
import enCalibration from './en-calibration.json';
import enCameras from './en-cameras.json';
import enCompare from './en-compare.json';
import enForecast from './en-forecast.json';
import enLive from './en-live.json';
import enPlanning from './en-planning.json';
import enReport from './en-report.json';
import enShow from './en-show.json';
import enStudio from './en-studio.json';
import zhRest from './zh.json';
import zhCalibration from './zh-calibration.json';
import zhCameras from './zh-cameras.json';
import zhCompare from './zh-compare.json';
import zhForecast from './zh-forecast.json';
import zhLive from './zh-live.json';
import zhPlanning from './zh-planning.json';
import zhReport from './zh-report.json';
import zhShow from './zh-show.json';
import zhStudio from './zh-studio.json';

/** Every text of the page, by key, page by page in files of their own. */
export const zh = {
  ...zhRest,
  ...zhCalibration,
  ...zhCameras,
  ...zhCompare,
  ...zhForecast,
  ...zhLive,
  ...zhPlanning,
  ...zhReport,
  ...zhShow,
  ...zhStudio,
};
export const en = {
  ...enRest,
  ...enCalibration,
  ...enCameras,
  ...enCompare,
  ...enForecast,
  ...enLive,
  ...enPlanning,
  ...enReport,
  ...enShow,
  ...enStudio,
};
