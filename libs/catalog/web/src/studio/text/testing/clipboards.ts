/** HTML as programs put it on the clipboard, with what is theirs left in. */

/** Word for Windows: its own styles and namespaces, lists as paragraphs with a mark in a conditional comment, empty `o:p`. */
export const word = String.raw`<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal {margin:0cm; font-size:11.0pt;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]--></head>
<body lang=EN-US style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
<h1 style='mso-line-height-rule:exactly'><b><span lang=EN-US style='font-size:16.0pt;font-family:"Calibri Light",sans-serif'>At the
door<o:p></o:p></span></b></h1>
<p class=MsoNormal><span lang=EN-US>You <b style='mso-bidi-font-weight:normal'>need not</b> open. <span style='mso-spacerun:yes'>  </span>Ask for a <i style='mso-bidi-font-style:normal'>warrant</i>, see <a href="https://example.org/rights"><span style='color:#0563C1'>your rights</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-US>Stay calm<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-US>Breathe<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]><span lang=EN-US>Say <b>no</b><o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-US>Call a lawyer<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-US>Write it down<o:p></o:p></span></p>
<p class=MsoQuote><span lang=EN-US>No officer shall ask.<a style='mso-comment-reference:RO_1;mso-comment-date:20260301T1000'></a><span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1" style='mso-comment-reference:RO_1'>[RO1]</a></span></span><o:p></o:p></span></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=300 valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal><b><span lang=EN-US>Question<o:p></o:p></span></b></p></td><td width=300><p class=MsoNormal><b><span lang=EN-US>Warrant<o:p></o:p></span></b></p></td></tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'><td width=300><p class=MsoNormal><span lang=EN-US>Who signs it<o:p></o:p></span></p></td><td width=300><p class=MsoNormal><span lang=EN-US>A judge,<o:p></o:p></span></p><p class=MsoNormal><span lang=EN-US>by name<o:p></o:p></span></p></td></tr>
</table>
<p class=MsoNormal><del cite="mailto:Ruth" datetime="2026-03-01T10:00"><span>Old words.</span></del><ins cite="mailto:Ruth"><span lang=EN-US>New words.</span></ins><img width=200 height=100 src="file:///C:/Users/ruth/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" v:shapes="Picture_1"><o:p></o:p></p>
<!--EndFragment-->
</body></html>`;

/** Google Docs: all of it in a `b` that is not bold, looks in styles of spans, paragraphs in list items, empty lines as `br`. */
export const googleDocs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-3f1c7e0a-7fff-1b2c-9a1d-0c1e2f3a4b5c"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;margin-bottom:6pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">At the door</span></h2><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span style="font-size:11pt;font-weight:400;font-style:normal;white-space:pre-wrap;">You </span><span style="font-size:11pt;font-weight:700;font-style:normal;white-space:pre-wrap;">need not</span><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;"> open. Ask for a </span><span style="font-size:11pt;font-weight:400;font-style:italic;white-space:pre-wrap;">warrant</span><span style="font-weight:400;white-space:pre-wrap;">, see </span><a href="https://example.org/rights" style="text-decoration:none;"><span style="font-size:11pt;color:#1155cc;font-weight:400;font-style:normal;text-decoration:underline;white-space:pre-wrap;">your rights</span></a><span style="font-weight:400;white-space:pre-wrap;">.</span></p><br /><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-weight:400;white-space:pre;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">Stay calm</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;white-space:pre;" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">Breathe</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Say </span><span style="font-weight:700;">no</span></p></li></ul><ol><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Call a lawyer</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Write it down</span></p></li></ol><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="312" /><col width="312" /></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000000 1pt;"><p dir="ltr"><span style="font-weight:700;">Question</span></p></td><td><p dir="ltr"><span style="font-weight:700;">Warrant</span></p></td></tr><tr style="height:0pt"><td><p dir="ltr"><span style="font-weight:400;">Who signs it</span></p></td><td><p dir="ltr"><span style="font-weight:400;">A judge</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

/** A page of a site, with its menu, scripts, pictures, buttons and a table that only holds things in place. */
export const webPage = `<html><body><!--StartFragment-->
<article class="post"><header><h1 class="entry-title">At the <span>door</span></h1>
<button onclick="share()">Share</button></header>
<script>track('copied')</script><style>.post{color:red}</style>
<p>You&nbsp;<strong>need <em>not</em></strong> open.<br>Ask for a warrant, see <a href="/local">our page</a>, <a href="javascript:alert(1)">this</a>,
   <a href="mailto:help@example.org">us</a> and <a href="https://example.org/rights#top" target="_blank" onclick="x()">your rights</a>.</p>
<p>&nbsp;</p><p style="display:none">Hidden words</p><div>A line<div>and one in it</div>after it</div>
<figure><img src="https://tracker.example/pixel.gif" alt="pixel"><figcaption>At a <i>door</i></figcaption></figure>
<blockquote cite="https://example.org"><p>No officer shall ask.</p><p>Nor shall <b>anyone</b>.</p></blockquote>
<table role="presentation"><tr><td><p>In a frame</p><ul><li>One<ol><li>Two</li></ol></li></ul></td></tr></table>
<table><caption>Rules</caption><thead><tr><th colspan="2">Rule</th></tr></thead><tbody><tr><th>Ask</th><td>no</td><td>never</td></tr></tbody></table>
<svg><text>drawn</text></svg><iframe src="https://example.org"></iframe><select><option>one</option></select>
<h4>Small</h4><pre>as it
   stands</pre><hr></article><!--EndFragment--></body></html>`;
