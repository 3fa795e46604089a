import { Button } from 'antd';
import { useContext } from 'react';
import { LanguageContext } from '../lib/words.js';

/** Turns to the other language; called in that one, for who reads only it. */
export function LanguageButton() {
  const { language, choose } = useContext(LanguageContext);
  return (
    <Button lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
      {language === 'zh' ? 'English' : '中文'}
    </Button>
  );
}
