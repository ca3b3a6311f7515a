# ruff: noqa: E501
"""Kinds of pages written down before the reader had seen one of them, marked as in layouts.py; CHANGELOG.md has the figures of their first run."""

FRESH = {
    "local television station": """Skip to main content
Watch Live
Quick links...
1 weather alerts 2 closings/delays
NewsLocal News
Actions
=|Factory in Millbrook to build radar trucks for Denmark

Posted at 5:12 PM, Mar 14, 2023 and last updated 9:47 PM, Mar 14, 2023

By: Tess Varga

+|⟦MILLBROOK, Ohio (WQRT) — ⟧A factory in Millbrook has won an order for 40 radar trucks from the Danish army, the company said on Tuesday.

+|Halvorsen Vehicles will deliver the first of them in October, chief executive Dana Orwell said.

We want to hear from you. Send your tips to newsroom@wqrt.example.

+|"It means two more years of work for 300 people here," Orwell told WQRT.

+|The order is worth 88 million dollars.

Copyright 2023 WQRT Media, Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.
Sign up for our Morning E-mail Newsletter to receive the latest headlines in your inbox.
Recent Stories from wqrt.example
Man rescued from frozen pond
Sheriff asks for help in finding stolen tractor
Report a typo
""",
    "terminal of a wire": """ZCZC NWX0417
14:22 14MAR23
BC-LITHUANIA-HOWITZERS/ (UPDATE 2)
UPDATE 2-=|Lithuania orders 18 more howitzers from France

(Adds quote, details on delivery)
* Contract worth 150 mln euros
* First guns due in 2025
    By Rasa Mikalauskaite
+|    ⟦VILNIUS, March 14 (Northern Wire) - ⟧Lithuania has ordered 18
&|more self-propelled howitzers from France, Defence Minister
&|Tomas Vaitkus said on Tuesday.
+|    "We need them sooner than we thought," Vaitkus told
&|reporters after a meeting of the cabinet.
+|    The guns are made by Loire Mecanique, which is owned by the
&|French state. The first of them will arrive in 2025.
    ($1 = 0.9321 euros)

 (Reporting by Rasa Mikalauskaite; Editing by Hugh Pell)
 ((rasa.mikalauskaite@nwire.example; +370 5 555 0100; NWire Messaging: rasa.m.nwire.example@nw.net))

Keywords: LITHUANIA HOWITZERS/ (UPDATE 2)
NNNN
""",
    "export of a press database": """                               1 of 37 DOCUMENTS

                          The Harbour Times (Valletta)

                             February 3, 2022 Thursday
                                  First Edition

=|Malta buys two patrol aircraft from Austria

BYLINE: Carmen Zahra, Defence Correspondent

SECTION: NEWS; Pg. 4

LENGTH: 412 words

DATELINE: VALLETTA

BODY:

+|Malta has bought two patrol aircraft from the Austrian maker Donau Flugzeugbau, Home Affairs Minister Byron Grech told parliament on Wednesday.

+|The aircraft cost 21 million euros and replace two that have been on the ground since 2019.

+|Nationalist spokeswoman Claudette Pace said that the government had paid too much.

LOAD-DATE: February 4, 2022

LANGUAGE: ENGLISH

GRAPHIC: A patrol aircraft over the harbour. Photo: Joe Borg

PUBLICATION-TYPE: Newspaper

Copyright 2022 Harbour Media Ltd
All Rights Reserved

End of Document
""",
    "live page of one event": """LIVE
Live Reporting
Edited by Paul Ansah
=|Ghana's president names new defence minister: live updates

Key points
Kojo Mensah becomes defence minister
Opposition walks out of parliament
The cedi falls

14:32 GMT
Get involved
14:05 GMT
+|President Akua Owusu has named Kojo Mensah, a retired general, as defence minister, her office says in a statement.

Share this post
Copy link
13:41 GMT
Updated at 13.58 GMT
+|The outgoing minister, Efua Darko, has left the ministry in Accra without speaking to reporters.

View post on X
12:50 GMT
+|Parliament is to vote on the new cabinet on Thursday, according to Speaker Yaw Boateng.

Older posts
That's all for now. Thanks for following along. We will be back tomorrow.
Read more on this
What does Ghana's army need?
""",
    "page for phones": """Menu
Search
Open in app
ADVERTISEMENT
=|Thailand gets first of three gunboats
3 min read
Listen to this article
00:00 / 02:41
1x
This audio is generated automatically. Let us know if you have feedback.
A-
A+
+|The Thai navy has received the first of three gunboats that it ordered from a yard in Busan, the navy said on Monday.

Tap to unmute
Swipe for next article
+|The boats cost 95 million dollars in all. They were ordered in 2020.

Also read | Why fishermen are afraid of the new port
+|Admiral Somchai Prasert, who commands the navy, said that the other two would arrive before the rains.

Download the app to get alerts on your phone
First published: 6 Feb 2023, 08:15 IST
View desktop version
Back to top
Catch all the business news, market news, breaking news events and latest news updates on our app.
""",
    "wall of consent": """Your privacy, your choice
We and our 842 partners store and/or access information on a device, such as unique IDs in cookies, to process personal data.
You may accept or manage your choices by clicking below, including your right to object where legitimate interest is used, or at any time in the privacy policy page. These choices will be signaled to our partners and will not affect browsing data.
Manage options
Reject all
Agree and proceed

=|Portugal leases four firefighting aircraft

Beatriz Nunes, Lisbon
Wed 8 Mar 2023 11.20 CET

+|Portugal will lease four firefighting aircraft from the Canadian company Boreal Air for two summers, Interior Minister Rui Carvalho said on Wednesday.

+|The lease costs 31 million euros and can be prolonged once.

+|"Last year we came too late," Carvalho said.

To view this content you must accept marketing cookies.
Change your cookie settings

+|Fires burnt more than 100,000 hectares of forest in Portugal last year.

Do not sell or share my personal information
Privacy manager
Cookie policy
""",
    "paywall with a teaser": """Subscribe
Sign in
Markets
Aerospace & defence
=|Kestrel Dynamics agrees to buy sonar maker Deepwell

Purchase for 640 million pounds gives British group access to Australian navy

Add to myNews
Save
Olivia Strand in London
Published 20 hours ago
Unlock the Editor's Digest for free
Olivia Strand, our deputy editor, selects her favourite stories in this weekly newsletter.

+|Kestrel Dynamics has agreed to buy the Australian sonar maker Deepwell for 640 million pounds, the British group said on Thursday.

+|Deepwell, which employs 700 people in Perth, supplies the Australian navy.

You have 2 free articles left this month.
Register now to keep reading.
This article is for subscribers only.
Try unlimited access for 1 pound for 4 weeks, then 59 pounds per month. Cancel or pause anytime during your trial.
Complete digital access to quality analysis and expert insights, complemented with our award-winning podcasts.
Already have an account? Log in
Why choose us? See why over a million readers pay to read us.
""",
    "thread of comments": """=|Serbia takes delivery of Chinese drones

By Milica Jovic 14 Oct 2021 at 10:31

+|Serbia has taken delivery of six armed drones from China, President Goran Petrov said on Thursday.

+|They were shown at an air base near the capital, where Petrov thanked the ambassador.

+|The president did not say what they had cost.

Comments 4
Sort by: Newest
Join the conversation
zoran_77
2 days ago
Six drones for a country that cannot repair its trains. Bravo, Mr President, well done.
Reply
Like 14
Top commenter
Maja K.
2 days ago
@zoran_77 The trains were bought from Switzerland last year, so you are wrong about that.
Reply
1 reply
Load more comments
Comments are moderated. Please keep to our community guidelines when you write one.
""",
    "other stories in the middle": """=|Brazil orders twelve transport aircraft

12/06/2022

+|Brazil's air force has ordered twelve transport aircraft from the domestic maker Aeronorte for 900 million dollars.

MORE ON THIS TOPIC
Ferry sinks off Recife, eleven missing
The ferry was on its way to an island when it was hit by a wave, the coast guard said.
12/05/2022
Argentina's lithium towns grow too fast
In the high desert there are jobs for all, but there is no water.
12/03/2022

+|The first of the aircraft will be delivered in 2024, Brigadier Paulo Teixeira said in Brasilia.

READ ALSO: Why the carnival moves to April

+|Teixeira said that the air force needs 30 of them, but has money for twelve.
""",
    "captions in sentences": """=|New Zealand receives last of its maritime patrol aircraft

Photo gallery
Image 1 of 4
The last of the four aircraft lands at its new base on Monday. Photo / Mere Tahu
Image 2 of 4
Defence Minister Hana Rewi speaks to the crew on Monday. Photo / Mere Tahu
Close gallery

+|New Zealand has received the last of four maritime patrol aircraft, which it ordered in 2018 for 1.6 billion dollars.

The old aircraft flew for 56 years. Picture: Defence Force

+|"They will be flying for 30 years," Defence Minister Hana Rewi said at the ceremony.

A mechanic works on an engine in this file photo. PHOTO: AIR FORCE

+|The aircraft are based at Ohakea.

File photo shows the old aircraft over the Tasman Sea in 2011. [Courtesy of Defence Force]
""",
    "paid posts": """SPONSORED CONTENT
Paid post by Alpine Bank
Five ways in which a private banker can help your family to plan ahead
=|Morocco signs for Israeli air defence system

Presented by Alpine Bank

+|Morocco has signed a contract for an air defence system from Israel worth 500 million dollars, two officials said.

Content continues below
A message from our sponsor: Alpine Bank has stood by its clients for 150 years. Learn how we can help you.
Ad Feedback

+|The system will be delivered within two years, one of the officials said.

Partner content
Seven hotels with a view of the glacier
The most beautiful rooms are not always the dearest, as our travel experts have found.
From our partners

+|Neither country has confirmed the contract.

Sponsored Links by AdNet
Doctors are stunned by this simple trick
You may like
""",
    "tables of shares": """Markets open in 3 hours
S&P Futures
4,012.25
+12.50 (+0.31%)
Nasdaq Futures
12,301.00
-8.25 (-0.07%)
Crude Oil
77.12
=|Baltic Yards buys Polish crane maker for 210 million euros

Erik Sund
Thu, May 11, 2023 at 7:05 AM GMT+2
1 min read
In this article:
BALT.ST +2.14%
ZURAW.WA +31.80%

+|The Swedish shipbuilder Baltic Yards has bought the Polish crane maker Zuraw for 210 million euros, the two companies said on Thursday.

Symbol Last Price Change % Change
BALT.ST 184.20 +3.86 +2.14%
ZURAW.WA 42.10 +10.15 +31.80%

+|Zuraw's founder, Piotr Maj, will join the board of Baltic Yards.

+|Shares in Zuraw rose by a third in Warsaw.

Quotes delayed at least 15 minutes. Market data provided by Tickerdata.
Data as of May 11, 2023.
TRENDING
1. Coffee is dearer than ever
2. What the strong franc means for you
""",
    "choice of languages": """English
Deutsch
Français
한국어
Türkçe
EN | DE | FR
=|Kazakhstan and Turkey to build drones together

ALMATY 18:20, 13 May 2022 | Haber
A- A A+
Bu haberi Türkçe okuyun
Читать на русском

+|Kazakhstan and Turkey have agreed to build drones together in Almaty, the two presidents said on Friday.

+|The drones were developed by the Turkish company Anka Havacilik, which will train engineers in Kazakhstan.

This page is also available in: Русский, Türkçe, Қазақша
Diesen Artikel auf Deutsch lesen

+|Kazakhstan ordered three of the drones last year.

Translated from the Turkish by Ayse Demir
Dil seçin
""",
    "magazine of the trade": """Land
Air Warfare
Naval
Webcasts
=|Estonian army picks Finnish carrier

By Henrik Pold
Feb 21, 2023, 03:10 PM

Soldiers drive a carrier through snow in Lapland. (Patria Nova)

+|⟦TALLINN, Estonia — ⟧Estonia has selected the Finnish company Patria Nova to supply 130 armoured carriers, the procurement agency announced on Tuesday.

Sign up for our Early Bird Brief
Get the defense industry's most comprehensive news and information straight to your inbox.
Enter your email
Thanks for signing up!
By giving us your email, you are opting in to the Early Bird Brief.

+|The contract is worth 250 million euros and includes training, said Triin Saar, who leads the agency.

+|Latvia and Sweden are buying the same carrier.

About Henrik Pold
Henrik Pold is the Nordic correspondent for this magazine. He studied in Tartu and Uppsala.
Share:
More In Land
Army halts work on laser
In Other News
Load More
""",
}

# Written after the reader had been mended for those above, and again measured before it was mended for these.
SECOND = {
    "printed by a browser": """2/14/24, 9:41 AM                 Uruguay to buy three ocean patrol vessels | The River Post

=|Uruguay to buy three ocean patrol vessels
Navy ends search that lasted ten years

By LUCIA FERRARI
Updated February 13, 2024 7:52 pm

+|Uruguay will buy three ocean patrol vessels from the Spanish yard Astilleros Cantabria for 92 million dollars, President Martin Silveira said on Tuesday.

https://www.riverpost.example/world/uruguay-vessels-3310                                              1/2

2/14/24, 9:41 AM                 Uruguay to buy three ocean patrol vessels | The River Post

+|The first vessel will arrive in 2026. Two rival bids came from China and Korea.

+|Admiral Jorge Bentancur called the decision "late, but right".

Appeared in the February 14, 2024, print edition as 'Uruguay Buys Vessels'.

https://www.riverpost.example/world/uruguay-vessels-3310                                              2/2
""",
    "portal with invitations to join": """Home » News » Defence
=|Nigeria takes delivery of two more attack helicopters

byChidi Okafor
September 4, 2023
in Defence, Headlines
Reading Time: 2 mins read
A A
0
Share on FacebookShare on TwitterShare on WhatsApp

+|The Nigerian Air Force has taken delivery of two more attack helicopters from Italy, its spokesman, Air Commodore Edet Bassey, said in Abuja on Monday.

READ ALSO: Fuel price: Unions to meet on Thursday

+|The two aircraft are part of an order for 24, Bassey said.

CLICK HERE TO JOIN OUR WHATSAPP GROUP

+|He said that the rest would be delivered by 2026.

BREAKING: Earn in US Dollars with premium domains, pocket up to 12 million monthly. Click here to start.

Support PUNCHLINE journalism of integrity and credibility
Good journalism costs a lot of money. Yet only good journalism can ensure the possibility of a good society.
By contributing you are helping to sustain journalism of relevance and ensuring it remains free and available to all.
Donate
Tags: Air ForceHelicoptersItaly
ShareTweetSend
Related Posts
Flood: Kogi closes two bridges
September 4, 2023
""",
    "news site with app banners": """Edition
IN
Sign In
e-Paper
=|India clears purchase of 31 drones from United States

The clearance comes days before the visit of the American defence secretary
Written by: Asha Menon
Updated: June 15, 2023 21:44 IST
Follow Us

New Delhi:
+|India's defence ministry has cleared the purchase of 31 armed drones from the American company Halcyon Aero for 3 billion dollars, two officials said on Thursday.

Live Events
You Might Also Like:
India to build second aircraft carrier
Story continues below this ad
+|Fifteen of the drones will go to the navy, the officials said.

(You can now subscribe to our Economic Times WhatsApp channel)
+|Prime Minister Rohit Sharma's cabinet must still give its consent.

(What's moving Sensex and Nifty Track latest market news, stock tips, and expert advice on ETMarkets.)
(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)
Show comments
POST A COMMENT
Why the price of onions will fall in July
""",
    "agency of a state": """RU
EN
Top news
=|Belarus receives second battalion of air defence missiles

12 December, 11:38
© Viktor Lapin/BNS

+|⟦MINSK, December 12. /BNS/. ⟧Belarus has received a second battalion of air defence missiles from Russia, the defence ministry in Minsk said on Tuesday.

+|The battalion will be stationed near Grodno, Defence Minister Anton Krylov told reporters.

Read also
Moscow's mayor opens new metro line

+|Belarus ordered the missiles in 2021.

Tags
Belarus
Russia
In other media
Promo
Foreign currency rate
""",
    "thread of a forum": """r/defencenews
• 3 yr. ago
gripen_fan_88
=|Thailand's air force picks Swedish fighter over American rival

News
northernwire.example
Open
Upvote
412
Downvote
88
Go to comments
Share

+|The Royal Thai Air Force has picked the Swedish fighter over its American rival, Air Chief Marshal Anan Wattana said on Wednesday.

+|The first four aircraft will cost 560 million dollars.

Sort by:
Best
Search Comments
pilot_sam
• 3y ago
They wanted the other one first, if you remember, and were told that they would not get it.
Upvote
96
Reply
Share
OneMoreUser
• 3y ago
Good choice. My cousin works at the base and says the pilots are happy.
3 more replies
""",
    "release through a business wire": """=|Orbital Kinetics Wins $74 Million Order for Surveillance Satellites from Canada

October 24, 2023 08:00 AM Eastern Daylight Time

+|⟦OTTAWA, Ontario--(BUSINESS WIRE)--⟧Orbital Kinetics Inc. (NYSE: OKI) today announced that the Canadian government has ordered three surveillance satellites for $74 million.

+|"We are proud to serve Canada," said Renee Tremblay, chief executive of Orbital Kinetics.

+|The satellites will be delivered in 2025 and launched from Kourou.

About Orbital Kinetics
Orbital Kinetics builds small satellites for governments and insurers. For more information, visit www.orbitalkinetics.example.

Safe Harbor Statement
This press release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995. Actual results may differ.

Contacts
Media
Paul Greer
press@orbitalkinetics.example

Release Summary
Orbital Kinetics wins a $74 million order.
Social Media Profiles
Orbital Kinetics on LinkedIn
""",
    "blog that asks for support": """Skip to primary navigation
Naval Notes
Ships, yards and the people who pay for them
=|Indonesia signs for two frigates from Italian yard

by Tom Haig on 10 June 2021

+|Indonesia has signed a contract for two new frigates with the Italian yard Cantieri Liguri, the yard said on Thursday.

+|The price was not given; people who know the talks speak of 1.2 billion euros.

Enjoying this post? Buy me a coffee so that I can keep writing without advertising.

+|The ships will be built in La Spezia, and the first will be delivered in 2025.

Thanks to our patrons, without whom this site would not exist.

Filed Under: Asia, Frigates
Reader Interactions
Comments
Old Salt says
June 11, 2021 at 4:02 am
I served in the old ones and the new ones cannot come soon enough for the crews.
Primary Sidebar
""",
    "broadcaster with boxes": """Close menu
DN News
Sport
iPlay
=|Kenya's president swears in new army chief

Image source, State House
Image caption,
General Peter Otieno takes the oath in Nairobi on Friday

Author, Wanjiru Kamau
Role, DN News, Nairobi
Reporting from
Nairobi
3 May 2024

+|Kenya's President Daniel Kiprono has sworn in General Peter Otieno as chief of the defence forces.

+|Otieno succeeds General Ali Hassan, who died in a helicopter crash in April.

At a glance
Born in Kisumu in 1965
Joined the air force in 1985
You may also be interested in:
The drought that moved a town
Why Kenya's tea is sold in Mombasa

+|The new chief will serve for four years, the president said.

Go to DNAfrica.example for more news from the African continent.
Follow us on Twitter @DNAfrica, on Facebook at DN Africa or on Instagram at dnafrica
DN Africa podcasts
Focus on Africa
This Is Africa
""",
}

# Written after the reader had been mended for those, too, and measured once more before it was mended for these.
THIRD = {
    "city paper with a wall and a chat": """Skip to content
News
Obituaries
E-edition
Log In
Trending:
Marathon 2024
Sewer rates
=|Shipyard in Port Ellery wins Coast Guard cutters

Contract worth 390 million dollars is largest in yard's history

By Nora Whitcomb | nwhitcomb@ellerysentinel.example | Ellery Sentinel
UPDATED: April 9, 2024 at 6:02 p.m.

+|⟦PORT ELLERY — ⟧The Coast Guard has ordered three cutters from Whitcomb Marine, the yard and Sen. Lou Barrow said Tuesday.

+|The contract is worth 390 million dollars, the largest in the history of the yard.

Chat with our newsroom about this story every weekday at noon.

+|Work on the first of the cutters will begin in the fall.

Originally Published: April 9, 2024 at 4:45 p.m.
More in Local News
Council puts off vote on sewer rates
The vote was put off for the third time after residents spoke for four hours.
Around the Web
The one thing cardiologists never eat
""",
    "government news agency": """Home / Defence / News
=|Philippines takes delivery of second corvette from Korea

By Joel Santos
March 3, 2025, 5:11 pm

Share
NEW SHIP. The corvette arrives at the pier in Subic on Monday. It is the second of two. (PNA file photo)

+|⟦MANILA – ⟧The Philippine Navy has taken delivery of the second of two corvettes from a yard in Ulsan, its spokesperson, Captain Reyna Cruz, said Monday.

+|The two ships were ordered in 2021 for PHP28 billion, Cruz said in a message to reporters.

+|A crew of 110 has trained in Korea since November. (PNA)

Comments
About the Philippine Wire
The Philippine Wire is a web-based newswire service of the government.
""",
    "morning show": """LIVE NOW
Watch Channel 6 News at Noon
=|Army buys 900 robots from Ohio company

Published: May 2, 2023 at 11:14 AM CDT|Updated: 3 hours ago

+|⟦COLUMBUS, Ohio (AP) - ⟧The Army has bought 900 robots from a company in Columbus for 70 million dollars.

+|Bluestone Robotics will deliver the first 200 of them by December, its founder, Mei Lin, said Tuesday.

Most Read
Woman finds ring that she lost in 1987
What to know about the new ID cards
Latest News
Bakery burns down in Hilltop
By The Associated Press
Notice a spelling or grammar error? Click or tap here to report it. Please include the title of the story.
""",
    "monthly of an industry": """ISSUE 04/2024 | NAVAL FORCES
=|Greek navy signs for seven helicopters

Text: K. Papas, Athens · Photo: Hellenic Navy

+|Greece signed a letter of acceptance for seven naval helicopters from the United States in March; the price is put at 600 million dollars.

+|According to Commodore Ilias Vasilou, who heads the programme, deliveries start in 2026.

Technical data
Length 19.8 m
Range 834 km
Crew 3-4

+|The navy has flown eleven older ones since 1995.

KP

www.navalmonthly.example                                                             Naval Monthly 04/2024   23
""",
    "television abroad": """Search
Live TV
Sections
Africa
Business
=|Angola orders three patrol ships from Dutch yard

PHOTO: A patrol ship of the same class is seen at its launch in Gorinchem.
The first of the ships is to be delivered in 2026. © Damwerf

+|Angola has ordered three patrol ships from the Dutch yard Damwerf for 250 million euros, President Manuel Neto's office said on Sunday.

To display this content from YouTube, you must enable advertisement tracking and audience measurement.
Accept
Manage my choices

+|"The ocean has been empty of our flags for too long," Neto said in Luanda.

With AFP and Reuters
The content you requested does not exist or is not available anymore.
Today's top stories
""",
    "shared from an app": """=|Spain leases two refuelling aircraft to Morocco - El Observador

https://elobservador.example/en/articles/4451?utm_source=app

+|Spain will lease two refuelling aircraft to Morocco for five years, Defence Minister Lucia Herrera announced on Thursday.

+|The lease is worth 80 million euros. Morocco has the option to buy the aircraft afterwards.

Sent from my phone
Shared via El Observador app. Download for free on the App Store and Google Play.
""",
}
