# ruff: noqa: E501
"""Pages as news sites send them. "=|" marks the headline, "+|" a story paragraph, "&|" its next line, ⟦ ⟧ what is cut from it; all else is furniture."""

LAYOUTS = {
    "portal with a list of recent stories": """ date 2022-08-26 DailyPort.com
DailyPort

=|Poland Seals Tank Deal With South Korea

Ayesha Khan 5 minutes ago Fri 26th August 2022 | 06:12 PM

Poland seals tank deal with South Korea

Warsaw signed contracts for 180 tanks and 212 howitzers at a ceremony in the north of the country on Friday, officials said

+|⟦MORAG (DailyPort News / Sputnik - 26th August, 2022) ⟧Warsaw signed contracts for 180 tanks and 212 howitzers at a ceremony in the north of the country on Friday, officials said.

+|"This is a great day for the army," the minister told reporters.

+|He declined to say when the last tank would arrive.

Related Topics

NATO Warsaw Army Poland South Korea August Million From Agreement

Recent Stories

Court adjourns hearing of land case until Mond ..

3 minutes ago

Prime minister of Samoa arrives for three-day ..

9 minutes ago

Your Thoughts and Comments

Great news for all of us. I hope that they will buy more of them soon.

More Stories From World

About Us | Contact Us | Advertisment
Our Network
DailyPort Network is the largest house of its kind. We provide breaking news and sports news

© 1999-2022, DailyPort Network
""",
    "wire copy": """=|Egypt to buy 30 Rafale fighters

+|⟦CAIRO, May 4 (Reuters) - ⟧Egypt has signed a contract with France to buy 30 Rafale fighter jets, its defence ministry said in a statement early on Tuesday.

+|The deal could be worth 3.75 billion euros, investigative website Disclose reported on Monday.

+|"The contract was financed through a loan," the ministry said, without giving the value.

(Reporting by Jane Doe in Cairo; Editing by John Roe and Max Mustermann)

Our Standards: The Thomson Reuters Trust Principles.
""",
    "broadcaster with share buttons": """Skip to content
News
World
=|Greece takes delivery of first Rafale jets

By Eleni Papadaki
BBC News, Athens
Published
19 January 2022

Share

Image caption, The jets were flown over the Acropolis before they landed
Image source, Getty Images

+|Greece has received the first six of the Rafale fighter jets that it ordered from France.

+|The planes landed at Tanagra air base on Wednesday.

+|"We are stronger today," Defence Minister Nikos Panagiotopoulos said.

More on this story

Greece and France sign frigate deal
28 September 2021

Related Topics
Greece
France
Top Stories
Heavy snow closes roads across the north
Published 1 hour ago
Most Read
1 Actor dies at 91
2 Why the sea is boiling hot
BBC News Services
On your mobile
""",
    "cookie wall and newsletter plea": """We use cookies to improve your experience on our site. By continuing to use it you accept this.
Accept all

=|Finland picks the F-35 as its next fighter

Sign up for our free newsletter and never miss a story.

+|⟦HELSINKI — ⟧Finland's government has chosen the Lockheed Martin F-35A to replace its ageing fleet of Hornets.

+|The order covers 64 aircraft.

Subscribe to our daily briefing: the stories that matter, delivered to your inbox.

+|Prime Minister Sanna Marin said the decision was based on the defence forces' proposal.

Get the latest news in our app.

Already a subscriber? Sign in.

Copyright 2021 The Northern Observer. All rights reserved.
""",
    "widgets within the story": """=|Rheinmetall completes purchase of Expal

+|Rheinmetall has completed the acquisition of Spanish munitions maker Expal Systems.

Read more: German arms group raises its forecast

+|The price is based on an enterprise value of 1.2 billion euros.

ADVERTISEMENT

+|"We are strengthening our core business," chief executive Armin Papperger said.

Also read

Tank maker plans new plant in Ukraine

+|The company, based in Madrid, employs about 2,400 people.

Story continues below advertisement

+|It was sold by the MaxamCorp holding.
""",
    "hard-wrapped mail": """=|Philippines signs BrahMos deal

+|⟦MANILA, Jan. 28 (PNA) -- ⟧The Philippines on Friday signed a contract worth almost
&|375 million dollars for the shore-based anti-ship missile system made by BrahMos
&|Aerospace, a joint venture of India and Russia, Defense Secretary Delfin
&|Lorenzana said.

+|The contract covers three batteries. It is the first export order for the missile,
&|which flies at almost three times the speed of sound.

+|"Its counter-attack qualities will deter attempts to undermine our sovereignty,"
&|Lorenzana wrote.

(PNA)
""",
    "indented paragraphs": """=|Hungary extends its Gripen fleet

+|   Hungary has agreed to buy four more Gripen fighters from Sweden, Prime Minister
&|Viktor Orban said on Friday in Budapest after talks with his guest from the
&|north.
+|   The fleet will thus grow to 18 planes, and the contract for its upkeep will run
&|until 2036.
+|   Orban said the two countries had restored trust.
""",
    "one paragraph a line": """=|Saab names new head of dynamics
+|Saab has appointed a new head of its dynamics business area, the Swedish company said on Monday in a short statement to the stock exchange.
+|The change takes effect in May.
+|"I look forward to the work," she said, adding that orders for the RBS 70 air defence system had never been higher than they are this year.
Share this article
""",
    "glued sentences and caption": """=|Hanwha wins howitzer order

A K9 howitzer fires during a drill in Norway (Hanwha Defense)+|Hanwha Defense said Monday it had won an order for four more howitzers.+|The contract is the second with the Nordic country.+|Deliveries will end in 2024, the company added.
""",
    "agency slug before the dateline": """=|Korea, Poland sign tank deal

(LEAD) Korea-Poland tanks(LEAD) Korea, Poland sign tank deal(ATTN: UPDATES with details in paras 3-4)By Hong Gil-dong SEOUL, Aug. 27 (Yonhap) -- +|South Korea has signed a contract to export tanks to Poland, the arms agency said Saturday.

+|The deal is worth US$3.37 billion.

gildong@example.co.kr(END)
""",
    "caption and credits": """=|Germany signs for Israeli missile shield

FILE PHOTO: An Arrow 3 interceptor is launched at a base in central Israel, February 25, 2014. REUTERS/Handout
Israel's Arrow 3 system intercepts missiles in space. (Photo: Ministry of Defense)

+|⟦Berlin (dpa) - ⟧Germany and Israel signed letters of commitment for the Arrow 3 air defence system on Thursday.

[Photo/Agencies]

+|Defence Minister Boris Pistorius called it a historic day.

Boris Pistorius and Yoav Gallant in Berlin. Odd Andersen/AFP via Getty Images

+|The price is about four billion euros.
""",
    "author's note at the end": """=|Opinion: what the jets will cost

+|Canada has decided to buy 88 fighter jets, and Defence Minister Anita Anand says the first will arrive in 2026.

+|The bill will be paid by the next generation.

+|That is not new.

Mary Writer is a columnist for The Daily Record and covers defence.

The views expressed here are the author's own.

Follow her on Twitter @marywriter
""",
    "tag cloud and counters": """=|Indonesia orders more Rafale jets

By Budi Santoso
August 10, 2023
1.2K Shares
3 min read

+|Indonesia's order for 18 more Rafale jets came into force on Thursday, maker Dassault Aviation said.

+|That brings the total to 42.

Tags: Indonesia, France, Rafale, Dassault Aviation, Prabowo Subianto
Topics
Indonesia • France • Dassault • Fighter jets • Defence
Comments (14)
0 comments
Leave a Reply
Your email address will not be published. Required fields are marked *
""",
    "teasers with a summary": """=|Microsoft closes Activision deal

+|Microsoft has closed its $69 billion purchase of Activision Blizzard, the maker of Call of Duty.

+|The step came hours after Britain's competition watchdog gave its consent.

Related Stories

Chip maker cuts its forecast again

Shares fell after the company said that demand from makers of cars and phones had weakened.

Bank of Atlantis names new chairman

The lender said the former minister would take up the post in June.

Most Popular

Ten cities you should see this year
""",
    "title and site name twice": """The Evening Gazette
Home > World > Europe
=|BAE Systems completes purchase of Ball Aerospace
The Evening Gazette
16 February 2024 10:31
BAE Systems completes purchase of Ball Aerospace

+|BAE Systems has completed its $5.5 billion purchase of the aerospace business of Ball Corporation.

+|Chief executive Charles Woodburn welcomed more than 5,200 people to the company.

The Evening Gazette
Privacy Policy | Terms of Use | Contact
""",
    "press release": """=|Boeing to Build Chinooks for Germany

+|⟦BERLIN, July 27, 2023 /PRNewswire/ -- ⟧Boeing will build 60 CH-47F Block II Chinooks for the German air force.

+|The order was placed through the U.S. government.

About Boeing
The leading maker of its kind, the company serves customers in more than 150 countries. Learn more at www.example.com.

Contact:
Media Relations
press@example.com
www.example.com/newsroom
""",
    "list in the story": """=|Poland's Korean shopping list

+|Poland has signed for these weapons from South Korea:

- +|180 K2 tanks
- +|212 K9 howitzers
- +|48 FA-50 light fighters

+|Defence Minister Mariusz Blaszczak said the deliveries had begun.

- Home
- World
- Contact
""",
    "short paragraphs are story too": """=|India gets its last Rafale

+|The last of 36 jets has landed.

+|"The pack is complete," the air force wrote.

+|Why so late?

+|"I will not comment," the minister said. "Ask Paris!"

+|Nobody in Paris would.
""",
    "standfirst cut off": """=|Sweden joins NATO as its 32nd member

Sweden has become the 32nd member of the alliance, ending two centuries of neutrality ...

+|⟦WASHINGTON (AP) — ⟧Sweden has become the 32nd member of the alliance, ending two centuries of neutrality and 20 months of talks with Turkey and Hungary.

+|Prime Minister Ulf Kristersson handed the papers to U.S. Secretary of State Antony Blinken.

___

Associated Press writer Jan Doe contributed to this report.
""",
    "footer in sentences": """=|Egypt to receive first jets next year

+|The first of the new jets will reach Egypt next year, the air force chief said.

+|Pilots are training in France.

This material may not be published, broadcast, rewritten or redistributed without permission.

Send us a tip, or write to the editors.

If you value our reporting, please support our work with a donation.

Click here to read today's paper.

© 2023 Nile Observer
""",
    "stamps below the story": """=|Denmark to speed up handover of F-16 jets

+|Denmark will hand over its F-16 jets sooner than planned, the defence ministry in Copenhagen said.

+|Nineteen aircraft have been promised to Ukraine.

Published: Aug 20, 2023 18:05 IST
Updated: Aug 21, 2023 07:00 IST
Source: Agencies
""",
    "television site": """World | Europe | Asia | Americas

=|Poland buys hundreds of rocket launchers

By Jan Kowalski and Mary Doe, CNN
Updated 5:33 PM ET, Fri November 4, 2022

Story highlights

+|⟦(CNN)⟧Poland has signed a contract for 218 rocket launchers of South Korean make, its defense ministry said Friday.

+|The first of them will arrive next year.

READ: Seoul's arms makers find new friends

+|"We are building a shield," the minister said.

CNN's Ann Roe contributed to this report.
Search CNN...
Log In
""",
    "agency name behind the last word": """=|Five jets land in Ambala

ANI
29 Jul, 2020 06:14 pm IST
+|⟦New Delhi [India], July 29 (ANI): ⟧Five Rafale jets landed at the air base of Ambala on Wednesday, the air force said.
+|The defence minister welcomed them with a tweet.
+|He said they would frighten those who want to threaten the country.⟦ (ANI)⟧

(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)
""",
    "readers' comments": """=|Hungary approves Swedish jets

+|The parliament in Budapest has approved the purchase of four Gripen jets from Sweden.

+|The vote was 188 to six.

+|Prime Minister Viktor Orban had asked for it.

Comments (2)

Peter K. 2 hours ago
Why does Hungary need more jets from Sweden? Orban should build hospitals instead, and quickly.

Anna 1 hour ago
Sweden has waited long enough, and the jets are good.
""",
    "about the publisher": """=|Croatia gets first Rafale jets

Published: 25 April 2024

+|Croatia has received the first six of twelve used Rafale jets that it bought from France.

+|They were greeted in Zagreb by President Zoran Milanovic and Prime Minister Andrej Plenkovic.

© 2004 - 2024 Adria Herald

Adria Herald was founded in 2004 and is the oldest English-language daily on the coast of its sea.

All contents are protected. The use of any of it needs the written consent of the house.
""",
    "picture credit in the middle": """=|Norway orders German tanks

+|Norway will buy 54 Leopard 2 tanks from Germany, Prime Minister Jonas Gahr Store said on Friday.

© NTB

+|The government has an option for 18 more tanks, Store said at the Rena camp.

Photo: Heiko Sample / NTB

+|The first are expected in 2026.
""",
    "no blank lines and many stamps": """Home
News
Defence
=|Lithuania to buy Leopard tanks
26/01/2024, 09:41
BNS, EN.SAMPLE.LT
Print
Share
+|Lithuania will start talks with Germany on the purchase of a battalion of Leopard tanks, its State Defence Council decided on Thursday.
+|The talks will be led by the defence ministry.
+|"We need 54 of them," a member of the council said.
Tags
Leopard
Defence
Related articles
Army gets new trucks
23/01/2024
New barracks near the border
20/01/2024
""",
    "author box and links at the end": """=|Why Greece wants frigates

+|Greece has ordered three frigates from France, and its admirals would like a fourth.

+|Money is the smaller problem, they say. Crews are the larger.

About the author
Maria Writer
Maria Writer has covered the navies of the Mediterranean for two decades, from Tangier to Haifa.
More from Maria Writer
Submarines that nobody sees
The last lighthouse keeper of Crete
""",
    "advertising slots in the lines": """=|Canada chooses its fighter

+|Canada will buy 88 F-35 jets, Defence Minister Anita Anand said on Monday. ⟦Story continues below advertisement ⟧The first four are to arrive in 2026.

Scroll to continue

+|The deal is worth 19 billion Canadian dollars.

Catch all the latest news on our channel.
""",
    "links that open in a new tab": """=|Poland orders more tanks
By Sample News
January 4, 2023 6:18 AM GMT+1 Updated 2 years ago

[1/2]A tank takes part in a drill in Poland, November 8, 2022. SAMPLE/Kacper Sample/File Photo Acquire Licensing Rights, opens new tab

Summary

Companies

+|⟦WARSAW, Jan 4 (Sample News) - ⟧Poland signed a deal on Wednesday for a second batch of tanks, the defence minister said.

+|The deal is worth $1.4 billion⟦, opens new tab⟧.

Get a look at the day ahead with our newsletter. Sign up here.

+|"We are strengthening our army," the minister said.

Purchase Licensing Rights

Read Next

World
Storm closes ports
2:14 PM UTC · Updated ago
""",
    "lists with an end": """News|Weapons
=|Turkey, Russia sign deal on missiles

By Al Sample and News Agencies
Published On 29 Dec 2017

+|Turkey has signed an accord with Russia for two batteries of missiles, its undersecretariat for defence industries has said.

Recommended Stories
list of 2 items
list 1 of 2
Why are the ports of Libya closed?
list 2 of 2
Photos: A winter without snow
end of list

+|The accord was signed in Ankara on Friday.

Keep reading
list of 1 item
Turkey's lira falls again
end of list

+|Nobody else was asked.

Source: Al Sample and news agencies
""",
    "captions as an album": """=|Poland receives first Abrams tanks

1 of 3 | The defense minister speaks at a ceremony in Szczecin, Poland, Wednesday, June 28, 2023. (AP Photo/Sample Name)

Read More
2 of 3 | Tanks stand in the port of Szczecin. (AP Photo/Sample Name)
BY MONIKA SAMPLE
Updated 3:04 PM GMT+2, June 28, 2023

+|⟦WARSAW, Poland (AP) — ⟧A first shipment of U.S. Abrams tanks has arrived in Poland, the defense minister said Wednesday.

RELATED STORIES

Lithuania opens new embassy

Ships collide near Gdansk, nobody is hurt

+|The rest will follow by the end of the year, according to the ministry in Warsaw.

+|Poland has ordered 250 newer Abrams tanks.
""",
    "quotation set large and a correction": """=|Sweden buys Patriot missiles

+|Sweden signed the contract for its Patriot missiles in August 2018, and the first units are in service.

"We could not have waited any longer for this, and everybody in the ministry knew it"

+|A retired officer recalls the debate. "We could not have waited any longer for this, and everybody in the ministry knew it," he says.

+|The price was about 10 billion kronor.

Correction: An earlier version of this article gave a wrong year for the contract.

Sources

"Sweden signs for Patriot" — Sample News, August 10, 2018
""",
    "numbered sentences": """=|Weapons of the week
1. +|Poland signed a contract for 180 K2 tanks with Hyundai Rotem.
2. +|Egypt ordered 30 Rafale jets from France, and it will pay 3.75 billion euros for
&|them.
3. +|India received five jets.
""",
}
